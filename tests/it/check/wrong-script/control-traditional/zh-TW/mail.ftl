bill = 您的帳單，然後
