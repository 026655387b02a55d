### The alert that the account portal shows: one paragraph.

alert-payment-failed = 我們無法透過您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）收取訂用帳戶「{ $subscriptionName }」的費用 { MONEY($amount) }。為避免服務中斷，請<a data-l10n-name="update-payment">更新您的付款資訊</a>。
alert-invoice-overdue = 訂用帳戶「{ $subscriptionName }」的款項 { MONEY($amount) }（發票 { $invoiceNumber }）已於 { DATETIME($dueDate) }到期，目前尚未支付。為避免服務中斷，請<a data-l10n-name="account-center">支付發票款項</a>。
alert-service-canceled = 由於我們未收到您的款項，訂用帳戶「{ $subscriptionName }」的服務已於 { DATETIME($serviceEndedOn) }終止。若要恢復服務，請在 { DATETIME($dataDeletedOn) }之前，先<a data-l10n-name="update-payment">繳清未付餘額 { MONEY($amount) }</a>，再重新啟用訂用帳戶。否則，您的資料將於當天刪除。
