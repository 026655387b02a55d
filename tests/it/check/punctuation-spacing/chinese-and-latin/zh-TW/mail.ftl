help = 您的Azure帳戶
