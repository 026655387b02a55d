due = Pay { $n }.
