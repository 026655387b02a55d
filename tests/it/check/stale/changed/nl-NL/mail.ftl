pay-soon = Betaal binnen een maand.
