n = { NUMBER($daysLeft, minimumFractionDigits: 1) }
