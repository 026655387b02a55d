# A text.
deleted = Your data is deleted after 90 days.
