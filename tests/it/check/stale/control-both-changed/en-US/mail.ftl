# The heading.
help-heading = Need help?
