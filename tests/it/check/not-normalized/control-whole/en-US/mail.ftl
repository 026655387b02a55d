# A text.
due = Payment due date
