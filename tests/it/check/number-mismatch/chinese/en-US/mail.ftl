# A text.
deleted = Your data is deleted after ninety days.
