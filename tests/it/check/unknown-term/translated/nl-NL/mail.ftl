-brand = Example Cloud
signature = Het { -merk }-team
