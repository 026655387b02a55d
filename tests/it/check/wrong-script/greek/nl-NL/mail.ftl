account = Αccountgegevens
