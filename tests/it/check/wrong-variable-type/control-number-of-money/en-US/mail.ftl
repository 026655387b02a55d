n = { NUMBER($amount, minimumFractionDigits: 2) }
