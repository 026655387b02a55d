-brand = Example Cloud
signature = Het { -brnad }-team
