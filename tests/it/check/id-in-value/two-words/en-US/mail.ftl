# A text.
help-heading = Need help?
