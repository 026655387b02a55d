n = { $daysLeft } days
