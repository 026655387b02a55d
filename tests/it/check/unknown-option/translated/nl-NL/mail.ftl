due = Vervalt { DATETIME($dueDate, stijl: "long") }.
