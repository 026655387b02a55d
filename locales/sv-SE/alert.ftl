### The alert that the account portal shows: one paragraph.

alert-payment-failed = Betalningen på { MONEY($amount) } för prenumerationen ”{ $subscriptionName }” gick inte igenom när vi försökte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 }. <a data-l10n-name="update-payment">Uppdatera din betalningsinformation</a> för att undvika ett avbrott i tjänsten.

alert-invoice-overdue = Faktura { $invoiceNumber } på { MONEY($amount) }, som gäller prenumerationen ”{ $subscriptionName }”, förföll den { DATETIME($dueDate) } och är fortfarande obetald. <a data-l10n-name="account-center">Betala fakturan</a> för att undvika ett avbrott i tjänsten.

alert-service-canceled = Prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom vi inte hade fått din betalning. För att få tillbaka tjänsten behöver du <a data-l10n-name="update-payment">betala det utestående beloppet på { MONEY($amount) }</a> och sedan återaktivera prenumerationen före den { DATETIME($dataDeletedOn) }. Annars tas dina data bort den dagen.
