# A text.
hours = In the evening
