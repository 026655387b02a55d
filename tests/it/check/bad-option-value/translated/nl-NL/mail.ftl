due = Vervalt { DATETIME($dueDate, dateStyle: "lang") }.
