help =
