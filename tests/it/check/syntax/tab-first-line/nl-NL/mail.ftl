help =
	Hulp nodig?
