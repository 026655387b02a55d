n = { $daysLeft }
