due = Vervalt { DATETIME($dueDate, dateStyle: "long") }.
