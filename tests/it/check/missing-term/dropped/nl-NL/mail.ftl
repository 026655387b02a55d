-brand = Example Cloud
signature = Het team
