n = { NUMBER($daysLeft) } dagen
