pay = Betaal { MONEY($amount) nu.
help Hulp nodig?
name = Account { $bedrag } is beperkt.
