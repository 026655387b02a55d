# A page.
more = More
# Above the links to the help pages.
help = Need help?
