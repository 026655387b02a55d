subject = 為避免您的訂用帳戶服務遭到終止或資料遭到刪除，請務必於 { DATETIME($dueDate) }之前支付應付金額
