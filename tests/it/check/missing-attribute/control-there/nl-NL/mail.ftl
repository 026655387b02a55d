help = Hulp nodig?
    .title = Naar de hulp
-brand = Wij
