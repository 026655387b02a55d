preheader = Sinds { DATETIME($dueDate) } staat er { MONEY($amount) } open.
