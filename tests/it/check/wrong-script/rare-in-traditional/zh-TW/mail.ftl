page = 請查看此网页。
