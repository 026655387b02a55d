### The alert that the account portal shows: one paragraph.

alert-payment-failed = Vi kunde inte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 }. Det gäller { MONEY($amount) } för prenumerationen ”{ $subscriptionName }”. <a data-l10n-name="update-payment">Uppdatera din betalningsinformation</a> för att undvika ett avbrott i tjänsten.
alert-invoice-overdue = Faktura { $invoiceNumber } på { MONEY($amount) } för prenumerationen ”{ $subscriptionName }” förföll den { DATETIME($dueDate) }. <a data-l10n-name="account-center">Betala fakturan nu</a> för att undvika ett avbrott i tjänsten.
alert-service-canceled = Tjänsten för prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) }. För att få tillbaka tjänsten behöver du <a data-l10n-name="update-payment">betala det utestående beloppet på { MONEY($amount) }</a> innan dina data tas bort den { DATETIME($dataDeletedOn) }.
