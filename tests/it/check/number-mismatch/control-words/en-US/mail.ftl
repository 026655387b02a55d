# A text.
deleted = Data is deleted after 90 days, in three steps, from March 5, 2026 at 1:30 PM, one time.
