bill = Uw reken​ing
