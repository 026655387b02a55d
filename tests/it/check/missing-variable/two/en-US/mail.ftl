request = Pay { MONEY($amount) } before { DATETIME($dueDate) }.
