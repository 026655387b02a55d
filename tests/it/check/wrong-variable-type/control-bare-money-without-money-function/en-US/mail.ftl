n = Pay { $amount } on { $dueDate }
