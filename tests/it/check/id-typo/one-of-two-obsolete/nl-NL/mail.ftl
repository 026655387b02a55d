help-headng = Hulp
old-greeting = Goedendag!
