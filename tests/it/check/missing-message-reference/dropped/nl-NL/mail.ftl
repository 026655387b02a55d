hours = Maandag t/m vrijdag
help = Bel ons.
