help = Hulp
	nodig?
