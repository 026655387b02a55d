name = De dienst voor { $accountName
help = Hulp nodig?
