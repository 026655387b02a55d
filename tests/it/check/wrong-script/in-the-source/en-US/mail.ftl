# A text.
account = Your accоunt
