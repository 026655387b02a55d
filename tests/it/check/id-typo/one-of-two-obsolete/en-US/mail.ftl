# A heading.
help-heading = Help
# A farewell.
closing = Kind regards
