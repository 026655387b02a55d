-brand = Example Cloud
-team = team
signature = Het { -brand }-{ -team }
