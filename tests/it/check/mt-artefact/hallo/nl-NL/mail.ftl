canceled = Hallo-service wordt geannuleerd. Werk Hallo creditcard bij.
