-brand = Example Cloud
signature = The { -brand } team
