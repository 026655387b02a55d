### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

# Subject of the first notice.
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
invoice-overdue-subject-first = Invoice { $invoiceNumber } is overdue

# Subject of the reminder.
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
invoice-overdue-subject-reminder = Reminder: invoice { $invoiceNumber } is still unpaid

# Subject of the final notice.
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
invoice-overdue-subject-final = Final notice: pay invoice { $invoiceNumber } before { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

# Preheader of the first notice.
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-preheader-first = { MONEY($amount) } was due on { DATETIME($dueDate) }.

# Preheader of the reminder.
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-preheader-reminder = { MONEY($amount) } has been outstanding since { DATETIME($dueDate) }.

# Preheader of the final notice.
# $amount (money): the amount that is owed. Example: $1,234.50
invoice-overdue-preheader-final = { MONEY($amount) } is still outstanding. Your service will be canceled.

## Heading: the large line at the top of the mail.

# Heading of the first notice.
invoice-overdue-heading-first = Your invoice is overdue

# Heading of the reminder.
invoice-overdue-heading-reminder = Your invoice is still unpaid

# Heading of the final notice.
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
invoice-overdue-heading-final = Your service ends on { DATETIME($serviceEndsOn) }

## What happened

# What happened: the first notice.
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
# $subscriptionName (string): the subscription's name. Example: Production
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-first = We haven’t received your payment of { MONEY($amount) } for invoice { $invoiceNumber } (subscription “{ $subscriptionName }”). It was due on { DATETIME($dueDate) }.

# What happened: the reminder.
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
# $subscriptionName (string): the subscription's name. Example: Production
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-reminder = We wrote to you about invoice { $invoiceNumber } (subscription “{ $subscriptionName }”) before, and we still haven’t received your payment of { MONEY($amount) }. It was due on { DATETIME($dueDate) }.

# What happened: the final notice.
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
# $subscriptionName (string): the subscription's name. Example: Production
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
invoice-overdue-final = This is our final notice before the service is canceled. We still haven’t received your payment of { MONEY($amount) } for invoice { $invoiceNumber } (subscription “{ $subscriptionName }”), which was due on { DATETIME($dueDate) }.

## What to do

# The request above the button, in the first notice and in the reminder.
invoice-overdue-request = To prevent an interruption of your service, please pay the invoice.

# The request above the button, in the final notice.
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
invoice-overdue-request-final = To keep your service, please pay the invoice before { DATETIME($serviceEndsOn) }.

# The button; it opens the Account Center, where the invoice can be seen.
invoice-overdue-button = View the invoice
