help = Hulp nodig?
	.title = Hulp
