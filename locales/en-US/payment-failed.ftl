### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

# Subject of the first notice.
# $subscriptionName (string): the subscription's name, shortened if it is long. Example: Production
payment-failed-subject-first = We couldn’t charge your card for { $subscriptionName }

# Subject of the reminder.
# $subscriptionName (string): the subscription's name, shortened if it is long. Example: Production
payment-failed-subject-reminder = Reminder: your payment for { $subscriptionName } is overdue

# Subject of the final notice.
# $subscriptionName (string): the subscription's name, shortened if it is long. Example: Production
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
payment-failed-subject-final = Final notice: { $subscriptionName } ends on { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

# Preheader of the first notice.
# $amount (money): the amount that is owed. Example: $1,234.50
payment-failed-preheader-first = { MONEY($amount) } is outstanding. Please update your payment information.

# Preheader of the reminder.
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
payment-failed-preheader-reminder = { MONEY($amount) } has been outstanding since { DATETIME($dueDate) }.

# Preheader of the final notice.
# $amount (money): the amount that is owed. Example: $1,234.50
payment-failed-preheader-final = { MONEY($amount) } is still outstanding. Please update your payment information.

## Heading: the large line at the top of the mail.

# Heading of the first notice.
payment-failed-heading-first = We couldn’t charge your card

# Heading of the reminder.
payment-failed-heading-reminder = Your payment is still outstanding

# Heading of the final notice.
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
payment-failed-heading-final = Your service ends on { DATETIME($serviceEndsOn) }

## What happened

# First paragraph of the reminder; what happened follows in the next paragraph.
payment-failed-opening-reminder = We wrote to you about this payment before, and it is still outstanding.

# First paragraph of the final notice; what happened follows in the next paragraph.
payment-failed-opening-final = This is our final notice before the service is canceled.

# What happened: the bank declined the charge.
# $amount (money): the amount that is owed. Example: $1,234.50
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
# $subscriptionName (string): the subscription's name. Example: Production
# $dueDate (date): when the payment was due. Example: November 1, 2026
payment-failed-declined = We tried to charge { MONEY($amount) } to your { $cardBrand } card ending in { $cardLast4 } for the subscription “{ $subscriptionName }”, but the charge was declined. The payment was due on { DATETIME($dueDate) }.

# What happened: the card has expired.
# $amount (money): the amount that is owed. Example: $1,234.50
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
# $subscriptionName (string): the subscription's name. Example: Production
# $dueDate (date): when the payment was due. Example: November 1, 2026
payment-failed-expired = We couldn’t charge { MONEY($amount) } for the subscription “{ $subscriptionName }”, because your { $cardBrand } card ending in { $cardLast4 } has expired. The payment was due on { DATETIME($dueDate) }.

# What happened: the charge failed and nobody said why.
# $amount (money): the amount that is owed. Example: $1,234.50
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
# $subscriptionName (string): the subscription's name. Example: Production
# $dueDate (date): when the payment was due. Example: November 1, 2026
payment-failed-unknown = We couldn’t charge { MONEY($amount) } to your { $cardBrand } card ending in { $cardLast4 } for the subscription “{ $subscriptionName }”. We weren’t told the reason. The payment was due on { DATETIME($dueDate) }.

## What to do

# The request above the button, in the first notice and in the reminder.
payment-failed-request = To prevent an interruption of your service, please update your payment information.

# The request above the button, in the final notice.
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
payment-failed-request-final = To keep your service, please update your payment information before { DATETIME($serviceEndsOn) }.

# The button.
payment-failed-button = Update payment information
