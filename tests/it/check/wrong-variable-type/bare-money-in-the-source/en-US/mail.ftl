due = Pay { $amount } now.
