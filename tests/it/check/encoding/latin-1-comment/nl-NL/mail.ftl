# Eén

help = Hulp nodig?
