text =
    Pay the invoice.
    It is easy.
help = Hulp nodig?
