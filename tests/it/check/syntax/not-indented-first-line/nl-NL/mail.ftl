help =
Hulp nodig?
