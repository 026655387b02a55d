### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

invoice-overdue-subject-first = 款項已逾期：發票 { $invoiceNumber }
invoice-overdue-subject-reminder = 付款提醒：發票 { $invoiceNumber } 仍未支付
invoice-overdue-subject-final = 最後通知：請於{ DATETIME($serviceEndsOn) }前支付發票 { $invoiceNumber }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

invoice-overdue-preheader-first = 應付金額 { MONEY($amount) } 已於{ DATETIME($dueDate) }到期。
invoice-overdue-preheader-reminder = 應付金額 { MONEY($amount) } 已於{ DATETIME($dueDate) }到期，至今仍未支付。
invoice-overdue-preheader-final = 仍有 { MONEY($amount) } 未付，您的服務將會終止。

## Heading: the large line at the top of the mail.

invoice-overdue-heading-first = 您的發票款項已逾期
invoice-overdue-heading-reminder = 您的發票款項仍未支付
invoice-overdue-heading-final = 您的服務將於{ DATETIME($serviceEndsOn) }終止

## What happened

invoice-overdue-first = 我們尚未收到發票 { $invoiceNumber }（訂用帳戶「{ $subscriptionName }」）的款項 { MONEY($amount) }。這筆款項已於{ DATETIME($dueDate) }到期。
invoice-overdue-reminder = 我們先前曾就發票 { $invoiceNumber }（訂用帳戶「{ $subscriptionName }」）寄信通知您，但至今仍未收到款項 { MONEY($amount) }。這筆款項已於{ DATETIME($dueDate) }到期。
invoice-overdue-final = 這是服務終止前的最後通知。發票 { $invoiceNumber }（訂用帳戶「{ $subscriptionName }」）的款項 { MONEY($amount) } 已於{ DATETIME($dueDate) }到期，我們至今仍未收到。

## What to do

invoice-overdue-request = 為避免服務中斷，請支付這張發票的款項。
invoice-overdue-request-final = 若要繼續使用服務，請於{ DATETIME($serviceEndsOn) }前支付這張發票的款項。
invoice-overdue-button = 查看發票
