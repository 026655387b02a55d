### The alert that the account portal shows: one paragraph.

# Alert: the card could not be charged.
# $amount (money): the amount that is owed. Example: $1,234.50
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
# $subscriptionName (string): the subscription's name. Example: Production
alert-payment-failed = We couldn’t charge { MONEY($amount) } to your { $cardBrand } card ending in { $cardLast4 } for your { $subscriptionName } subscription. To prevent an interruption of your service, <a data-l10n-name="update-payment">update your payment information</a>.

# Alert: the invoice has not been paid.
# $invoiceNumber (string): the number printed on the invoice. Example: INV-2026-0042
# $amount (money): the amount that is owed. Example: $1,234.50
# $subscriptionName (string): the subscription's name. Example: Production
# $dueDate (date): when the payment was due. Example: November 1, 2026
alert-invoice-overdue = Invoice { $invoiceNumber } for { MONEY($amount) }, which covers your { $subscriptionName } subscription, was due on { DATETIME($dueDate) }, and is still unpaid. To prevent an interruption of your service, <a data-l10n-name="account-center">pay the invoice</a>.

# Alert: the service has been canceled.
# $subscriptionName (string): the subscription's name. Example: Production
# $serviceEndedOn (date): when the service ended. Example: December 1, 2026
# $amount (money): the amount that is owed. Example: $1,234.50
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
alert-service-canceled = Your { $subscriptionName } subscription was canceled on { DATETIME($serviceEndedOn) }, because we didn’t receive your payment. To restore your service, <a data-l10n-name="update-payment">pay the outstanding balance of { MONEY($amount) }</a> and then reactivate the subscription before { DATETIME($dataDeletedOn) }. Otherwise, your data will be deleted on that day.
