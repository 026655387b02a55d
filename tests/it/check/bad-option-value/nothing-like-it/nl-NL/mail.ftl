due = Vervalt { DATETIME($dueDate, dateStyle: "uitgebreid") }.
