# Above the links to the help pages.
need-help = Need help?
