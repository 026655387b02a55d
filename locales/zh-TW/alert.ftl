### The alert that the account portal shows: one paragraph.

alert-payment-failed = 我們無法透過您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）收取訂用帳戶「{ $subscriptionName }」的費用 { MONEY($amount) }。為避免服務中斷，請<a data-l10n-name="update-payment">更新您的付款資訊</a>。
alert-invoice-overdue = 訂用帳戶「{ $subscriptionName }」的發票 { $invoiceNumber } 已於{ DATETIME($dueDate) }到期，應付金額為 { MONEY($amount) }。為避免服務中斷，請<a data-l10n-name="account-center">支付這張發票的款項</a>。
alert-service-canceled = 訂用帳戶「{ $subscriptionName }」的服務已於{ DATETIME($serviceEndedOn) }終止。若要恢復服務，請於{ DATETIME($dataDeletedOn) }資料刪除前<a data-l10n-name="update-payment">付清未付餘額 { MONEY($amount) }</a>。
