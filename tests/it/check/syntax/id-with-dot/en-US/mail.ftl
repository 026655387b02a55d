# Above the links to the help pages.
mail-help = Need help?
