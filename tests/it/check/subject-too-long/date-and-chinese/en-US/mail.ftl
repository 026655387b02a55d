# A text.
# $dueDate (date): a value. Example: November 1, 2026
subject = Pay before { DATETIME($dueDate) }
