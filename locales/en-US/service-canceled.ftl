### The mail about a service that has been canceled (kind `service-canceled`).

# Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.
# $subscriptionName (string): the subscription's name, shortened if it is long. Example: Production
service-canceled-subject = Your service { $subscriptionName } has been canceled

# Preheader: the gray line after the subject in the inbox, at most 100 columns.
# $amount (money): the amount that is owed. Example: $1,234.50
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
service-canceled-preheader = { MONEY($amount) } is unpaid. Your data is deleted on { DATETIME($dataDeletedOn) }.

# Heading: the large line at the top of the mail.
service-canceled-heading = Your service has been canceled

# What happened, when the card could not be charged because the bank declined.
# $subscriptionName (string): the subscription's name. Example: Production
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
service-canceled-declined = The service for the subscription “{ $subscriptionName }” was canceled on { DATETIME($serviceEndedOn) }, because { MONEY($amount) } has been outstanding since { DATETIME($dueDate) }. The charge to your { $cardBrand } card ending in { $cardLast4 } was declined.

# What happened, when the card had expired.
# $subscriptionName (string): the subscription's name. Example: Production
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
service-canceled-expired = The service for the subscription “{ $subscriptionName }” was canceled on { DATETIME($serviceEndedOn) }, because { MONEY($amount) } has been outstanding since { DATETIME($dueDate) }. Your { $cardBrand } card ending in { $cardLast4 } has expired.

# What happened, when the card could not be charged and nobody said why.
# $subscriptionName (string): the subscription's name. Example: Production
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
service-canceled-unknown = The service for the subscription “{ $subscriptionName }” was canceled on { DATETIME($serviceEndedOn) }, because { MONEY($amount) } has been outstanding since { DATETIME($dueDate) }. We couldn’t charge your { $cardBrand } card ending in { $cardLast4 }.

# What happened, when an invoice was not paid.
# $subscriptionName (string): the subscription's name. Example: Production
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $amount (money): the amount that is owed. Example: $1,234.50
# $dueDate (date): when the payment was due. Example: November 1, 2026
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
service-canceled-invoice = The service for the subscription “{ $subscriptionName }” was canceled on { DATETIME($serviceEndedOn) }, because invoice { $invoiceNumber } over { MONEY($amount) } has been outstanding since { DATETIME($dueDate) }.

# The request above the button.
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
service-canceled-request = To get your service back, please pay the outstanding balance before your data is deleted on { DATETIME($dataDeletedOn) }.

# The button.
service-canceled-button = Pay now

# For a reader who has paid in the meantime; takes the place of `already-paid`.
service-canceled-already-paid = If you’ve already paid, all that’s left is to reactivate the subscription.

# Heading above the paragraph that says what follows.
service-canceled-consequence-heading = What happens to your data

# What follows.
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $retentionDays (number): days from then until the data is deleted. Example: 90
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
service-canceled-consequence =
    { $retentionDays ->
        [one] The service ended on { DATETIME($serviceEndedOn) }, and its resources are no longer available. If the balance isn’t paid, your data is deleted { $retentionDays } day after the service ended, on { DATETIME($dataDeletedOn) }.
       *[other] The service ended on { DATETIME($serviceEndedOn) }, and its resources are no longer available. If the balance isn’t paid, your data is deleted { $retentionDays } days after the service ended, on { DATETIME($dataDeletedOn) }.
    }
