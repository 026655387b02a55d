# Above the links to the help pages.
help = Need help?
# check-ignore: comment-variable-mismatch the portal adds it
# $name (string): the name. Example: Contoso
# check-ignore: stale it is looked for only where there is a lock
name = Dear reader
