help-headng = Hulp
