# The heading above the paragraph about help.
help-heading = Need help?

help = We are here for you.

## Facts

account = Account
