due = Pay { MONEY($amount) }.
