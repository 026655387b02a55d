### Nog niets.
