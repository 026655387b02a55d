# The heading above the paragraph about help.
help-heading = Need help?

-brand = Example Cloud
