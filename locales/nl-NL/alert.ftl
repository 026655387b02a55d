### The alert that the account portal shows: one paragraph.

alert-payment-failed = We konden { MONEY($amount) } voor uw abonnement “{ $subscriptionName }” niet afschrijven van uw { $cardBrand }-creditcard eindigend op { $cardLast4 }. <a data-l10n-name="update-payment">Werk uw betalingsgegevens bij</a> om een onderbreking van de service te voorkomen.

alert-invoice-overdue = Factuur { $invoiceNumber } van { MONEY($amount) } voor uw abonnement “{ $subscriptionName }” staat nog open. De uiterste betaaldatum was { DATETIME($dueDate) }. <a data-l10n-name="account-center">Betaal de factuur</a> om een onderbreking van de service te voorkomen.

alert-service-canceled = Uw abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat we uw betaling niet hebben ontvangen. <a data-l10n-name="update-payment">Betaal het openstaande bedrag van { MONEY($amount) }</a> en activeer het abonnement daarna opnieuw om de service weer te kunnen gebruiken. Doe dit vóór { DATETIME($dataDeletedOn) }; anders worden uw gegevens op die dag verwijderd.
