# A text.
# $administratorName (string): a value. Example: Anneke
hello = Hello { $administratorName },
