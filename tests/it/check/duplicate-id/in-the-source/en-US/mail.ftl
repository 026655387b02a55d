# Above the links to the help pages.
help = Need help?
# Below the links.
help = More help?
