help = Hulp { "a\é" } nodig?
