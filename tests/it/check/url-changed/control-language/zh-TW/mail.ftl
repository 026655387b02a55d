help = 請參閱 https://example.com/zh-tw/help?id=1。
