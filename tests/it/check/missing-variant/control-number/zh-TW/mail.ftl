left = { $daysLeft } 天後
