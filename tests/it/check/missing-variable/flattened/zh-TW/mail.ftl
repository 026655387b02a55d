left = { $accountName }: 還有幾天
