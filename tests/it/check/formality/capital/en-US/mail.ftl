# A text.
profile = If you pay, your data stays.
