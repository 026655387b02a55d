# The heading above the paragraph about help.
help-heading = Need help?
    .title = Help

# The paragraph about help.
help = We are here for you.
