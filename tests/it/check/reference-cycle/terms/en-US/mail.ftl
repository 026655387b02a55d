-brand = Example Cloud
-team = { -brand } team
signature = The { -team }
