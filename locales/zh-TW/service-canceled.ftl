### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = 服務已終止：訂用帳戶「{ $subscriptionName }」
service-canceled-preheader = 請於 { DATETIME($dataDeletedOn) }之前付清 { MONEY($amount) } 並重新啟用訂用帳戶，以免資料遭到刪除。
service-canceled-heading = 您的訂用帳戶服務已終止
service-canceled-declined = 由於我們未收到 { DATETIME($dueDate) }到期的款項 { MONEY($amount) }，訂用帳戶「{ $subscriptionName }」的服務已於 { DATETIME($serviceEndedOn) }終止。您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）扣款遭拒。
service-canceled-expired = 由於我們未收到 { DATETIME($dueDate) }到期的款項 { MONEY($amount) }，訂用帳戶「{ $subscriptionName }」的服務已於 { DATETIME($serviceEndedOn) }終止。您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）已過期，因此我們未能扣款。
service-canceled-unknown = 由於我們未收到 { DATETIME($dueDate) }到期的款項 { MONEY($amount) }，訂用帳戶「{ $subscriptionName }」的服務已於 { DATETIME($serviceEndedOn) }終止。我們未能透過您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）扣款。
service-canceled-invoice = 由於我們未收到發票 { $invoiceNumber } 的款項 { MONEY($amount) }（{ DATETIME($dueDate) }到期），訂用帳戶「{ $subscriptionName }」的服務已於 { DATETIME($serviceEndedOn) }終止。
service-canceled-request-card = 若要恢復服務，請在 { DATETIME($dataDeletedOn) }之前，先更新付款資訊以付清款項，再重新啟用訂用帳戶。否則，您的資料將於當天刪除。
service-canceled-request-invoice = 若要恢復服務，請在 { DATETIME($dataDeletedOn) }之前，先付清發票款項，再重新啟用訂用帳戶。否則，您的資料將於當天刪除。
service-canceled-step-reactivate = 款項付清後，請<a data-l10n-name="reactivate">重新啟用訂用帳戶</a>。
service-canceled-step-still-disabled = 如果您的付款已處理完成，但嘗試重新啟用後，訂用帳戶仍為停用狀態，請<a data-l10n-name="support">連絡支援人員</a>。
service-canceled-consequence-heading = 您的資料將如何處理
service-canceled-consequence = 服務已於 { DATETIME($serviceEndedOn) }終止，終止期間您無法使用相關資源。除非您付清款項並重新啟用訂用帳戶，否則您的資料將於 { DATETIME($dataDeletedOn) }（服務終止 { $retentionDays } 天後）刪除。
service-canceled-already-paid = 如果您已付款，只需<a data-l10n-name="reactivate">重新啟用訂用帳戶</a>即可。
