### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

# Subject of the first notice.
# $subscriptionName (string): the subscription's name, shortened if it is long. Example: Production
payment-failed-subject-first = We couldn’t charge your card for { $subscriptionName }

# Subject of the reminder.
# $subscriptionName (string): the subscription's name, shortened if it is long. Example: Production
payment-failed-subject-reminder = Reminder: your payment for { $subscriptionName } is past due

# Subject of the final notice.
# $subscriptionName (string): the subscription's name, shortened if it is long. Example: Production
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
payment-failed-subject-final = Final notice: { $subscriptionName } will be canceled on { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

# Preheader of the first notice.
# $amount (money): the amount that is owed. Example: $1,234.50
payment-failed-preheader-first = { MONEY($amount) } is past due. Please update your payment information.

# Preheader of the reminder.
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
payment-failed-preheader-reminder = { MONEY($amount) } was due on { DATETIME($dueDate) }. Please update your payment information.

# Preheader of the final notice.
# $amount (money): the amount that is owed. Example: $1,234.50
payment-failed-preheader-final = Update your payment information to pay { MONEY($amount) } and keep your subscription active.

## Heading: the large line at the top of the mail.

# Heading of the first notice.
payment-failed-heading-first = We couldn’t charge your card

# Heading of the reminder.
payment-failed-heading-reminder = Your payment is past due

# Heading of the final notice. It holds only if nothing is paid.
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
payment-failed-heading-final = Act before { DATETIME($serviceEndsOn) } to keep your service

## What happened

# First paragraph of the reminder; what happened follows in the next paragraph.
# $subscriptionName (string): the subscription's name. Example: Production
payment-failed-opening-reminder = We recently wrote to you about the payment for your { $subscriptionName } subscription, and it’s still past due.

# First paragraph of the final notice; what happened follows in the next paragraph.
payment-failed-opening-final = This is our final notice before your service is canceled.

# What happened: the bank declined the charge.
# $amount (money): the amount that is owed. Example: $1,234.50
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
# $subscriptionName (string): the subscription's name. Example: Production
# $dueDate (date): when the payment was due. Example: November 1, 2026
payment-failed-declined = We tried to charge { MONEY($amount) } to your { $cardBrand } card ending in { $cardLast4 } for your { $subscriptionName } subscription, but the charge was declined. The payment was due on { DATETIME($dueDate) }.

# What happened: the card has expired.
# $amount (money): the amount that is owed. Example: $1,234.50
# $subscriptionName (string): the subscription's name. Example: Production
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
# $dueDate (date): when the payment was due. Example: November 1, 2026
payment-failed-expired = We couldn’t charge { MONEY($amount) } for your { $subscriptionName } subscription because your { $cardBrand } card ending in { $cardLast4 } has expired. The payment was due on { DATETIME($dueDate) }.

# What happened: the charge failed and nobody said why.
# $amount (money): the amount that is owed. Example: $1,234.50
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
# $subscriptionName (string): the subscription's name. Example: Production
# $dueDate (date): when the payment was due. Example: November 1, 2026
payment-failed-unknown = We couldn’t charge { MONEY($amount) } to your { $cardBrand } card ending in { $cardLast4 } for your { $subscriptionName } subscription. We couldn’t determine why the charge failed, but your bank may be able to tell you. The payment was due on { DATETIME($dueDate) }.

## What to do

# The request above the button, when the day on which the service ends is known.
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
payment-failed-request-dated = To prevent an interruption of your service, please update your payment information before { DATETIME($serviceEndsOn) }.

# The request above the button, when that day is not known yet.
payment-failed-request-undated = To prevent an interruption of your service, please update your payment information as soon as possible.
