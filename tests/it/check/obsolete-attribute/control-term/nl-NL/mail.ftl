help = Hulp nodig?
-brand = Wij
    .case = we
