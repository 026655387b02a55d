label = Openstaand bedrag
request = Betaal { label }.
