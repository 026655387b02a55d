account = Uw accоunt
