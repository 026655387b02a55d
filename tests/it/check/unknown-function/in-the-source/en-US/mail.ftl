due = Pay { NUMBER($retentionDays) }.
