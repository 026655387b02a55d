bill = Uw ‮rekening
