# A text.
# $administratorName (string): a value. Example: Anneke
greeting = Hello { $administratorName },

# A text.
# $administratorName (string): a value. Example: Anneke
morning = Good morning, { $administratorName }!
