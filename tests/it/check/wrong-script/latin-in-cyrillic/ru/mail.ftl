pay = Oплатить
