button = Werk nu zo snel mogelijk uw betalingsgegevens bij
