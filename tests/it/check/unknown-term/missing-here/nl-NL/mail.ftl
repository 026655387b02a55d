signature = Het { -brand }-team
