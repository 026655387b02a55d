left = Resterende dagen ({ $retentionDays })
