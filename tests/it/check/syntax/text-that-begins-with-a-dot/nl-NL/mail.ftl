help = Hulp
    ... nodig?
