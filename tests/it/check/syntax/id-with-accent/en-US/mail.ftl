# A row heading.
size = Size
