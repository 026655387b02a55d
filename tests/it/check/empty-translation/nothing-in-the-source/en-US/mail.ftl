# Above the links.
help =
