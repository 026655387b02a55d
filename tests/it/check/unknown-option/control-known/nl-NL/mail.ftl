due = Vervalt { DATETIME($dueDate, dateStyle: "full") }.
