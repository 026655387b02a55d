due = Due on { DATETIME($dueDate) }.
