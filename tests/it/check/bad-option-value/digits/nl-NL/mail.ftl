n = { NUMBER($daysLeft, minimumFractionDigits: "twee") }
