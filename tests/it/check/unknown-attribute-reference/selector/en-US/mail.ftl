-brand = Example Cloud
help = The { -brand } team
