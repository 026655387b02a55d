mail.help = Hulp nodig?
