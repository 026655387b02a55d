brand-name = Example Cloud
signature = Our team
