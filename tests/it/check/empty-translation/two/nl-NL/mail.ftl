more =
help =
