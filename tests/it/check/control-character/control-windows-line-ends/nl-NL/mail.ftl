text =
    Betaal nu.
    Het is eenvoudig.
help = Hulp nodig?
