# A heading.
help-heading = Help
