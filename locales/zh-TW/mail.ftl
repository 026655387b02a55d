### What every mail shares: greeting, facts, steps, help, signature and footer.
###
### Links stand in a sentence as <a data-l10n-name="support">words</a>.
### Translate the words, keep the name, and write no address: the program knows it.

## Greeting and signature

greeting = { $administratorName } 您好：
greeting-nameless = 您好：
closing = 謝謝您。
# “敬上” belongs to the signature line in Chinese, after the sender; the closing above it is a sentence of its own.
signature = { -brand } 團隊 敬上

## The table of facts

facts-caption = 帳款明細
fact-account = 帳戶
fact-subscription = 訂用帳戶
fact-amount-due = 應付金額
fact-due-date = 到期日
fact-card = 信用卡
fact-card-value = { $cardBrand }（末四碼為 { $cardLast4 }）
fact-invoice = 發票號碼
fact-next-attempt = 下次扣款日
fact-service-ends = 服務預定終止日
fact-service-ended = 服務終止日
fact-data-deleted = 資料刪除日
# The full-width colon takes no space after it.
text-fact = { $label }：{ $value }

## How to resolve it

resolve-heading = 處理方式
step-card-declined = 請<a data-l10n-name="change-card">更換此訂用帳戶使用的信用卡</a>，或連絡發卡銀行，了解扣款遭拒的原因。
step-card-expired = 請<a data-l10n-name="change-card">更換此訂用帳戶使用的信用卡</a>。如果您還沒有新卡，請連絡發卡銀行。
step-card-unknown = 請<a data-l10n-name="change-card">確認或更換此訂用帳戶使用的信用卡</a>，或連絡發卡銀行。
step-all-charges = 付款方式更新後，我們會立即處理所有未付費用的付款，您在其他 { -brand } 服務的未付費用也包括在內。
step-next-attempt = 我們將於{ DATETIME($nextAttemptOn) }再次嘗試從信用卡扣款。
step-invoice = 請依發票底部所列的收款資訊支付款項。如需協助，請<a data-l10n-name="support">連絡支援人員</a>。
step-pay-in-full = 請全額支付未付餘額 { MONEY($amount) }。
step-administrator-left = 如果因前任帳戶管理員離職或職務異動而無人看到帳單，請<a data-l10n-name="support">連絡支援人員</a>。
step-still-disabled = 如果您的付款已處理完成，但訂用帳戶仍為停用狀態，請<a data-l10n-name="support">連絡支援人員</a>。
step-reactivate = 付清餘額後，請<a data-l10n-name="reactivate">重新啟用訂用帳戶</a>。

## What follows

consequence-heading = 未付清餘額的影響
consequence-dated = 服務將於{ DATETIME($serviceEndsOn) }終止，屆時相關資源將無法再使用。您的資料將於服務終止 { $retentionDays } 天後（{ DATETIME($dataDeletedOn) }）刪除。
consequence-undated = 服務將會終止，相關資源也將無法再使用。您的資料將於服務終止 { $retentionDays } 天後刪除。
data-policy = 如需詳細資訊，請參閱<a data-l10n-name="data-policy">我們如何管理您的資料</a>。

## Help and footer

help-heading = 需要協助嗎？
help = 請<a data-l10n-name="support">連絡支援人員</a>，我們會協助您儘快解決問題。
already-paid = 如果您已付款，請忽略這封電子郵件。
profile = 我們會將帳單通知寄到您個人檔案中的電子郵件地址。請不時<a data-l10n-name="profile">查看您的個人檔案</a>，並使用您會定期收信的地址。
footer-why = 您是「{ $accountName }」的帳戶管理員，因此會收到這封電子郵件。
footer-safety = 我們絕不會透過電子郵件要求您提供信用卡卡號或密碼。
