helpHeading = Hulp
