### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

# The fact stands before the name: a long name would push it out of the inbox line.
payment-failed-subject-first = 信用卡扣款未成功：訂用帳戶「{ $subscriptionName }」
payment-failed-subject-reminder = 付款提醒：訂用帳戶「{ $subscriptionName }」的款項已逾期
# The name stands last, in parentheses: before the date it would push the fact out of the inbox line.
payment-failed-subject-final = 最後通知：服務將於 { DATETIME($serviceEndsOn) }終止（「{ $subscriptionName }」）

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

payment-failed-preheader-first = 尚有款項 { MONEY($amount) } 逾期未付，請更新您的付款資訊。
payment-failed-preheader-reminder = 款項 { MONEY($amount) } 已於 { DATETIME($dueDate) }到期，請更新您的付款資訊。
# Not “更新付款資訊並付清”: nothing has to be paid separately once the information is updated.
payment-failed-preheader-final = 請更新付款資訊以付清 { MONEY($amount) }，避免服務終止。

## Heading: the large line at the top of the mail.

payment-failed-heading-first = 信用卡扣款未成功
payment-failed-heading-reminder = 您有一筆款項逾期未付
payment-failed-heading-final = 若要繼續使用服務，請於 { DATETIME($serviceEndsOn) }之前處理付款問題

## What happened

payment-failed-opening-reminder = 我們日前曾就訂用帳戶「{ $subscriptionName }」的付款事宜寄信通知您，但至今仍未收到款項。
payment-failed-opening-final = 這是服務終止前的最後通知。
payment-failed-declined = 我們嘗試透過您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）收取訂用帳戶「{ $subscriptionName }」的費用 { MONEY($amount) }，但扣款遭拒。這筆款項已於 { DATETIME($dueDate) }到期。
payment-failed-expired = 您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）已過期，因此我們無法收取訂用帳戶「{ $subscriptionName }」的費用 { MONEY($amount) }。這筆款項已於 { DATETIME($dueDate) }到期。
payment-failed-unknown = 我們無法透過您的 { $cardBrand } 信用卡（末四碼為 { $cardLast4 }）收取訂用帳戶「{ $subscriptionName }」的費用 { MONEY($amount) }。由於我們無法得知扣款失敗的原因，建議您向發卡銀行查詢。這筆款項已於 { DATETIME($dueDate) }到期。

## What to do

payment-failed-request-dated = 為避免服務中斷，請於 { DATETIME($serviceEndsOn) }之前更新您的付款資訊。
payment-failed-request-undated = 為避免服務中斷，請儘快更新您的付款資訊。
