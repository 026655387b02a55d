help = 您您的帳戶
