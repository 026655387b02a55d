help = Hulp nodig?
    .titel = Naar de hulp
