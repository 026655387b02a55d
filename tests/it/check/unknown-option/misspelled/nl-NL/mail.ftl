due = Vervalt { DATETIME($dueDate, datestyel: "long") }.
