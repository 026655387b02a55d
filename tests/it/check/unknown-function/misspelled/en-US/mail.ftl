due = Due { DATETIME($dueDate) }.
