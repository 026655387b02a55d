n = Betaal { $amount } op { $dueDate }
