# A text.
deleted = Your data is deleted.
