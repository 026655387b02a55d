fee = De kosten zijn US$ 5, niet £ 6.
