help = Hulp { "\n" } nodig?
