n = { NUMBER($daysLeft, minimumFractionDigits: 2) }
