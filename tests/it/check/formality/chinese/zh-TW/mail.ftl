profile = 請更新你的地址。
