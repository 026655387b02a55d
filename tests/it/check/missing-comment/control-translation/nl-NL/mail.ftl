help-heading = Hulp nodig?

-brand = Example Cloud
