help = Hulp nodig?
-own = Eigen
closing = Groet,
