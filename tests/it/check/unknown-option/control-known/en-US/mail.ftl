due = Due { DATETIME($dueDate, dateStyle: "long") }.
