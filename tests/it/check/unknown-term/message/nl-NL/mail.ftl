brand-name = Example Cloud
signature = Het { -brand-name }-team
