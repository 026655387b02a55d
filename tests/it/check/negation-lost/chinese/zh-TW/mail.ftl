charge = 您需要付款。
