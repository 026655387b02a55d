-brand = Example Cloud
signature = Het { brand }-team
