n = { NUMBER($daysLeft) } ({ $daysLeft })
