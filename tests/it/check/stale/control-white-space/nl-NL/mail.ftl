
# Een opmerking.
help-heading   =   Hulp nodig?
