1. Bel ons.

– Schrijf ons.
help = Hulp nodig?
