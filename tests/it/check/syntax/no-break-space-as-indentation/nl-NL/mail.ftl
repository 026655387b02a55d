help =
    Hulp nodig?
