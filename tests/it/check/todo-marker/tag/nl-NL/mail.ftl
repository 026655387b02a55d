help = [nl] Hulp nodig?
