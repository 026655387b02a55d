### The mail about a service that has been canceled (kind `service-canceled`).

# Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.
# $subscriptionName (string): the subscription's name, shortened if it is long. Example: Production
service-canceled-subject = Your { $subscriptionName } subscription has been canceled

# Preheader: the gray line after the subject in the inbox, at most 100 columns.
# $amount (money): the amount that is owed. Example: $1,234.50
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
service-canceled-preheader = Pay { MONEY($amount) } and reactivate before { DATETIME($dataDeletedOn) }, to keep your data.

# Heading: the large line at the top of the mail.
service-canceled-heading = Your subscription has been canceled

# What happened, when the card could not be charged because the bank declined.
# $subscriptionName (string): the subscription's name. Example: Production
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
service-canceled-declined = Your { $subscriptionName } subscription was canceled on { DATETIME($serviceEndedOn) }, because we didn’t receive your payment of { MONEY($amount) }, which was due on { DATETIME($dueDate) }. The charge to your { $cardBrand } card ending in { $cardLast4 } was declined.

# What happened, when the card had expired.
# $subscriptionName (string): the subscription's name. Example: Production
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
service-canceled-expired = Your { $subscriptionName } subscription was canceled on { DATETIME($serviceEndedOn) }, because we didn’t receive your payment of { MONEY($amount) }, which was due on { DATETIME($dueDate) }. We couldn’t charge your { $cardBrand } card ending in { $cardLast4 } because it had expired.

# What happened, when the card could not be charged and nobody said why.
# $subscriptionName (string): the subscription's name. Example: Production
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
service-canceled-unknown = Your { $subscriptionName } subscription was canceled on { DATETIME($serviceEndedOn) }, because we didn’t receive your payment of { MONEY($amount) }, which was due on { DATETIME($dueDate) }. We couldn’t charge your { $cardBrand } card ending in { $cardLast4 }.

# What happened, when an invoice was not paid.
# $subscriptionName (string): the subscription's name. Example: Production
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $amount (money): the amount that is owed. Example: $1,234.50
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
# $dueDate (date): when the payment was due. Example: November 1, 2026
service-canceled-invoice = Your { $subscriptionName } subscription was canceled on { DATETIME($serviceEndedOn) }, because we didn’t receive your payment of { MONEY($amount) } for invoice { $invoiceNumber }, which was due on { DATETIME($dueDate) }.

# The request above the button, for a card: two things to do, by one date.
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
service-canceled-request-card = To restore your service, please update your payment information so that we can charge the outstanding balance, and then reactivate the subscription before { DATETIME($dataDeletedOn) }. Otherwise, your data will be deleted on that day.

# The request above the button, for an invoice: two things to do, by one date.
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
service-canceled-request-invoice = To restore your service, please pay the invoice and then reactivate the subscription before { DATETIME($dataDeletedOn) }. Otherwise, your data will be deleted on that day.

# Step: how to get the service back after paying.
service-canceled-step-reactivate = Once the balance is paid, <a data-l10n-name="reactivate">reactivate the subscription</a>.

# Step: paid, and still no service.
service-canceled-step-still-disabled = If your payment has been processed but the subscription is still disabled after you’ve tried to reactivate it, <a data-l10n-name="support">contact support</a>.

# Heading above the paragraph that says what follows.
service-canceled-consequence-heading = What happens to your data

# What follows.
# $retentionDays (number): days from the end of the service until the data is deleted. Example: 90
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
service-canceled-consequence =
    { $retentionDays ->
        [one] The service ended on { DATETIME($serviceEndedOn) }, and its resources are no longer available. If you don’t pay the balance and reactivate the subscription, your data will be deleted on { DATETIME($dataDeletedOn) }, { $retentionDays } day after the service ended.
       *[other] The service ended on { DATETIME($serviceEndedOn) }, and its resources are no longer available. If you don’t pay the balance and reactivate the subscription, your data will be deleted on { DATETIME($dataDeletedOn) }, { $retentionDays } days after the service ended.
    }

# For a reader who has paid in the meantime; takes the place of `already-paid`.
service-canceled-already-paid = If you’ve already paid, you only need to <a data-l10n-name="reactivate">reactivate the subscription</a>.
