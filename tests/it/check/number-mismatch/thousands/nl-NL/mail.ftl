fee = De limiet is 1.500,05 punten.
