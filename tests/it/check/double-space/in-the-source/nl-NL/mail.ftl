request = Betaal. Het is eenvoudig.
