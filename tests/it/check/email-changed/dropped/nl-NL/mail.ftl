help = Schrijf ons.
