first = Er staat { MONEY($amount) } open sinds { DATETIME($dueDate) }.

second = De uiterste betaaldatum was { DATETIME($dueDate) }.
