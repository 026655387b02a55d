### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

# Subject of the first notice.
# $invoiceNumber (string): the number printed on the invoice, shortened if it is long. Example: INV-2026-0042
invoice-overdue-subject-first = Invoice { $invoiceNumber } is past due

# Subject of the reminder.
# $invoiceNumber (string): the number printed on the invoice, shortened if it is long. Example: INV-2026-0042
invoice-overdue-subject-reminder = Reminder: invoice { $invoiceNumber } is still unpaid

# Subject of the final notice.
# $invoiceNumber (string): the number printed on the invoice, shortened if it is long. Example: INV-2026-0042
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
invoice-overdue-subject-final = Final notice: pay invoice { $invoiceNumber } before { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

# Preheader of the first notice.
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-preheader-first = { MONEY($amount) } was due on { DATETIME($dueDate) }. Please pay the invoice as soon as possible.

# Preheader of the reminder.
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-preheader-reminder = { MONEY($amount) } was due on { DATETIME($dueDate) }, and we haven’t received your payment.

# Preheader of the final notice.
# $amount (money): the amount that is owed. Example: $1,234.50
invoice-overdue-preheader-final = Please pay { MONEY($amount) } to keep your subscription active.

## Heading: the large line at the top of the mail.

# Heading of the first notice.
invoice-overdue-heading-first = Your invoice is past due

# Heading of the reminder.
invoice-overdue-heading-reminder = Your invoice is still unpaid

# Heading of the final notice. It holds only if nothing is paid.
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
invoice-overdue-heading-final = Pay before { DATETIME($serviceEndsOn) } to keep your service

## What happened

# What happened: the first notice.
# $amount (money): the amount that is owed. Example: $1,234.50
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
# $subscriptionName (string): the subscription's name. Example: Production
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-first = We haven’t received your payment of { MONEY($amount) } for invoice { $invoiceNumber }, which covers your { $subscriptionName } subscription. The payment was due on { DATETIME($dueDate) }.

# What happened: the reminder.
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
# $subscriptionName (string): the subscription's name. Example: Production
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-reminder = We recently wrote to you about invoice { $invoiceNumber }, which covers your { $subscriptionName } subscription. We still haven’t received your payment of { MONEY($amount) }, which was due on { DATETIME($dueDate) }.

# What happened: the final notice.
# $amount (money): the amount that is owed. Example: $1,234.50
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
# $subscriptionName (string): the subscription's name. Example: Production
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-final = This is our final notice before your service is canceled. We still haven’t received your payment of { MONEY($amount) } for invoice { $invoiceNumber }, which covers your { $subscriptionName } subscription. The payment was due on { DATETIME($dueDate) }.

## What to do

# The request above the button, when the day on which the service ends is known. The money must have arrived by then.
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
invoice-overdue-request-dated = To prevent an interruption of your service, please make sure that your payment reaches us before { DATETIME($serviceEndsOn) }.

# The request above the button, when that day is not known yet.
invoice-overdue-request-undated = To prevent an interruption of your service, please pay the invoice as soon as possible.
