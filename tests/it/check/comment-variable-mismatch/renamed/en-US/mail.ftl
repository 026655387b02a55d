# When the payment was due.
# $dueOn (date): the day. Example: November 1, 2026
due = The payment was due on { DATETIME($dueDate) }.
