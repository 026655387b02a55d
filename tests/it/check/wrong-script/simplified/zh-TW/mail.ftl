bill = 您的账单
