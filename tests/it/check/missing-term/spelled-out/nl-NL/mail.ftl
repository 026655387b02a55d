-brand = Example Cloud
signature = Het Example Cloud-team
