# A text.
bill = Your bill, then
