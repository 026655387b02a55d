# A text.
bill = Your bill
