left = Aantal resterende dagen: { $retentionDays }
