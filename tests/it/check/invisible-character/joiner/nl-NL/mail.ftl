bill = Uw reken‍ing
