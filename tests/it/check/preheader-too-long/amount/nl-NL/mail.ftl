preheader = De uiterste betaaldatum van het bedrag van { MONEY($amount) } was { DATETIME($dueDate) }, en het bedrag staat nog steeds open.
