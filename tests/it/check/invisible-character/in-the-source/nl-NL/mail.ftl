bill = Uw rekening
