# When the payment was due, with the date.
due = The payment was due on { DATETIME($dueDate) }.
