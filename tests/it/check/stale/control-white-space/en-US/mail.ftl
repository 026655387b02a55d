# Another comment.
help-heading =
    Need
    help?
