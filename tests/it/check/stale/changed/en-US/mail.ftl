# When to pay.
pay-soon = Please pay within two weeks.
