help = Hulp nodig?
afsluiting = Groet,
signature = Het team
