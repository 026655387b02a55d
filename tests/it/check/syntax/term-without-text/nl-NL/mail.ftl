-brand =
    .gender = m
help = Hulp nodig?
