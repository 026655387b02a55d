### What every mail shares: greeting, facts, steps, help, signature and footer.
###
### Links stand in a sentence as <a data-l10n-name="support">words</a>.
### Translate the words, keep the name, and write no address: the program knows it.

## Greeting and signature

greeting = { $administratorName } 您好：
greeting-nameless = 您好：
closing = 感謝您的配合。
# “敬上” belongs to the signature line in Chinese, after the sender; the closing above it is a sentence of its own.
signature = { -brand } 團隊 敬上

## The table of facts

facts-caption = 帳款明細
fact-account = 帳戶
fact-subscription = 訂用帳戶
fact-amount-due = 應付金額
# Not “到期日” alone: below the card it reads as the card’s expiry date.
fact-due-date = 付款到期日
fact-card = 信用卡
fact-card-value = { $cardBrand }（末四碼為 { $cardLast4 }）
fact-invoice = 發票號碼
# Not “下次扣款日”: that is the next regular charge.
fact-next-attempt = 重新扣款日
fact-service-ends = 服務預定終止日
fact-service-ended = 服務終止日
fact-data-deleted = 資料刪除日
# The full-width colon takes no space after it.
text-fact = { $label }：{ $value }

## The button

button-update-payment = 更新付款資訊
button-view-invoice = 查看發票

## How to resolve it

resolve-heading = 處理方式
step-card-declined = 請<a data-l10n-name="change-card">更換此訂用帳戶使用的信用卡</a>，或連絡發卡銀行，了解扣款遭拒的原因。
step-card-expired = 請<a data-l10n-name="change-card">更換此訂用帳戶使用的信用卡</a>。如果您尚未收到新卡，請連絡發卡銀行。
step-card-unknown = 請確認信用卡資料是否正確，或<a data-l10n-name="change-card">更換此訂用帳戶使用的信用卡</a>。如果信用卡資料無誤，請連絡發卡銀行。
step-all-charges = 付款資訊更新後，我們會立即扣款，全額收取未付餘額 { MONEY($amount) }；如果您的其他 { -brand } 服務也有未付費用，將一併收取。您無須另行付款。
step-next-attempt = 如果款項截至 { DATETIME($nextAttemptOn) }仍未付清，我們會在當天再次嘗試透過登記的信用卡扣款。
step-invoice = 請依照發票底部的付款說明，全額支付未付餘額 { MONEY($amount) }。如需協助，請<a data-l10n-name="support">連絡支援人員</a>。
step-administrator-left = 如果先前的帳戶管理員已離職或職務異動，以致之前的通知無人查看，請<a data-l10n-name="support">連絡支援人員</a>。
step-still-disabled = 如果您的付款已處理完成，但訂用帳戶無法正常使用，請<a data-l10n-name="support">連絡支援人員</a>。

## What follows

consequence-heading = 如果款項未付清
# Not “無法再使用”: that sounds final, and the service can be restored.
consequence-dated = 服務將於 { DATETIME($serviceEndsOn) }終止，屆時您將無法使用相關資源。您的資料將於服務終止 { $retentionDays } 天後（{ DATETIME($dataDeletedOn) }）刪除。
consequence-undated = 服務將會終止，屆時您將無法使用相關資源。您的資料將於服務終止 { $retentionDays } 天後刪除。
data-policy = 如需詳細資訊，請參閱「<a data-l10n-name="data-policy">我們如何管理您的資料</a>」。

## Help and footer

help-heading = 需要協助嗎？
help = 請<a data-l10n-name="support">連絡支援人員</a>，我們會協助您儘快解決問題。
already-paid = 如果您已付款，請忽略這封電子郵件。
profile = 帳單通知會寄到您個人檔案中的電子郵件地址，請<a data-l10n-name="profile">確認這是您經常查看的地址</a>。
footer-why = 您是「{ $accountName }」的帳戶管理員，因此收到這封電子郵件。
footer-safety = 我們絕不會透過電子郵件要求您提供信用卡卡號或密碼。
