### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = 您的服務已終止：「{ $subscriptionName }」
service-canceled-preheader = 尚有 { MONEY($amount) } 未付，您的資料將於{ DATETIME($dataDeletedOn) }刪除。
service-canceled-heading = 您的服務已終止
service-canceled-declined = 由於{ DATETIME($dueDate) }到期的款項 { MONEY($amount) } 至今仍未支付，訂用帳戶「{ $subscriptionName }」的服務已於{ DATETIME($serviceEndedOn) }終止。您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）扣款遭拒。
service-canceled-expired = 由於{ DATETIME($dueDate) }到期的款項 { MONEY($amount) } 至今仍未支付，訂用帳戶「{ $subscriptionName }」的服務已於{ DATETIME($serviceEndedOn) }終止。您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）已過期。
service-canceled-unknown = 由於{ DATETIME($dueDate) }到期的款項 { MONEY($amount) } 至今仍未支付，訂用帳戶「{ $subscriptionName }」的服務已於{ DATETIME($serviceEndedOn) }終止。我們無法從您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）扣款。
service-canceled-invoice = 由於發票 { $invoiceNumber } 於{ DATETIME($dueDate) }到期的款項 { MONEY($amount) } 至今仍未支付，訂用帳戶「{ $subscriptionName }」的服務已於{ DATETIME($serviceEndedOn) }終止。
service-canceled-request = 若要恢復服務，請於{ DATETIME($dataDeletedOn) }資料刪除前付清未付餘額。
service-canceled-button = 立即付款

service-canceled-already-paid = 如果您已付款，只需重新啟用訂用帳戶即可。
service-canceled-consequence-heading = 您的資料將如何處理
service-canceled-consequence = 服務已於{ DATETIME($serviceEndedOn) }終止，相關資源已無法再使用。如果未付清餘額，您的資料將於服務終止 { $retentionDays } 天後（{ DATETIME($dataDeletedOn) }）刪除。
