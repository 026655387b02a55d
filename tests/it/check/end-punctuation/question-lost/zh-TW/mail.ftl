help = 需要協助
