request = Pay { $label } to { $accountName }.
