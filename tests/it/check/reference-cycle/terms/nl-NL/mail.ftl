-brand = { -team }
-team = { -brand }-team
signature = Het { -team }
