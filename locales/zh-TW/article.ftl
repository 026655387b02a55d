### The guidance article: a help page that lists every case. It names no account and no amount.

article-title = 如何處理 { -brand } 訂用帳戶的逾期未付帳款
article-intro = 如果我們未收到您的款項，或無法處理您的付款，您會收到電子郵件，也可能在<a data-l10n-name="account-center">帳戶中心</a>或 <a data-l10n-name="portal">{ -brand } 入口網站</a>看到警示。訊息內容可能如下：
article-quote = 我們無法透過您的信用卡收取訂用帳戶的費用。為避免服務中斷，請更新您的付款資訊。
article-update = 請<a data-l10n-name="update-payment">更新您的付款資訊</a>，或參閱下方適用的說明。
article-resolve-heading = 逾期未付帳款的處理方式
article-step-card = 如果登記的信用卡扣款遭拒，或信用卡已過期，請<a data-l10n-name="change-card">更換訂用帳戶使用的信用卡</a>，或連絡發卡銀行。付款資訊更新後，我們會立即扣款，全額收取未付餘額；如果您的其他 { -brand } 服務也有未付費用，將一併收取。
article-step-invoice = 如果您是以發票付款，請依照發票底部的付款說明，全額支付未付餘額。如需協助，請<a data-l10n-name="support">連絡支援人員</a>。
article-step-administrator-left = 如果先前的帳戶管理員已離職或職務異動，以致通知無人查看，請<a data-l10n-name="support">連絡支援人員</a>。
article-step-still-disabled = 如果訂用帳戶的服務已終止，請先繳清未付餘額，再於資料刪除之前<a data-l10n-name="reactivate">重新啟用訂用帳戶</a>。如果您的付款已處理完成，但嘗試重新啟用後，訂用帳戶仍為停用狀態，請<a data-l10n-name="support">連絡支援人員</a>。
article-no-email-heading = 沒有收到帳單通知嗎？
article-no-email = 如果您是帳戶管理員，請<a data-l10n-name="profile">確認用來接收通知的電子郵件地址</a>是您經常查看的地址。如果地址正確，請查看垃圾郵件資料夾。
article-consequence-heading = 如果款項未付清，會有什麼影響？
article-consequence = 如果我們未收到您的付款，服務將會終止，屆時您將無法使用相關資源。如果終止日期已確定，您可以在我們寄出的電子郵件中查看。您的資料將於服務終止 { $retentionDays } 天後刪除。如需詳細資訊，請參閱「<a data-l10n-name="data-policy">我們如何管理您的資料</a>」。
article-help-heading = 還需要協助嗎？
article-help = 請<a data-l10n-name="support">連絡支援人員</a>，我們會協助您儘快解決問題。
