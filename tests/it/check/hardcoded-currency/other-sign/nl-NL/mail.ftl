fee = De kosten zijn € 5.
