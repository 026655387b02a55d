### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

# The fact stands before the number: a long number would push it out of the inbox line.
invoice-overdue-subject-first = 款項已逾期：發票 { $invoiceNumber }
invoice-overdue-subject-reminder = 付款提醒：發票 { $invoiceNumber } 的款項仍未支付
# Exactly 70 columns with the longest number and date. What is paid is the amount (款項), not the invoice.
invoice-overdue-subject-final = 最後通知：請於 { DATETIME($serviceEndsOn) }之前付款（發票 { $invoiceNumber }）

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

invoice-overdue-preheader-first = 款項 { MONEY($amount) } 已於 { DATETIME($dueDate) }到期，請儘快支付。
invoice-overdue-preheader-reminder = 款項 { MONEY($amount) } 已於 { DATETIME($dueDate) }到期，我們至今尚未收到。
invoice-overdue-preheader-final = 請支付 { MONEY($amount) }，以免服務終止。

## Heading: the large line at the top of the mail.

invoice-overdue-heading-first = 您的發票款項已逾期
invoice-overdue-heading-reminder = 您的發票款項仍未支付
invoice-overdue-heading-final = 若要繼續使用服務，請於 { DATETIME($serviceEndsOn) }之前付款

## What happened

invoice-overdue-first = 我們尚未收到訂用帳戶「{ $subscriptionName }」的款項 { MONEY($amount) }（發票 { $invoiceNumber }）。這筆款項已於 { DATETIME($dueDate) }到期。
invoice-overdue-reminder = 我們日前曾寄信通知您，但至今仍未收到訂用帳戶「{ $subscriptionName }」的款項 { MONEY($amount) }（發票 { $invoiceNumber }）。這筆款項已於 { DATETIME($dueDate) }到期。
invoice-overdue-final = 這是服務終止前的最後通知。我們至今仍未收到訂用帳戶「{ $subscriptionName }」的款項 { MONEY($amount) }（發票 { $invoiceNumber }）。這筆款項已於 { DATETIME($dueDate) }到期。

## What to do

invoice-overdue-request-dated = 為避免服務中斷，請確保款項能在 { DATETIME($serviceEndsOn) }之前入帳。
invoice-overdue-request-undated = 為避免服務中斷，請儘快支付發票款項。
