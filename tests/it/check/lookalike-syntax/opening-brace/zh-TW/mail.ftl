name = 帳戶｛ $accountName }受限。
