# A text.
bill = Your bi⁠ll
