method = 請更新您的 payment method。
