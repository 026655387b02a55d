-brand = Example Cloud
signature = Het team van { -brand }
