### The alert that the account portal shows: one paragraph.

alert-payment-failed = We konden { MONEY($amount) } voor het abonnement “{ $subscriptionName }” niet afschrijven van uw { $cardBrand }-creditcard eindigend op { $cardLast4 }. <a data-l10n-name="update-payment">Werk uw betalingsgegevens bij</a> om een onderbreking van uw service te voorkomen.

alert-invoice-overdue = Factuur { $invoiceNumber } van { MONEY($amount) } voor het abonnement “{ $subscriptionName }” staat nog open. De vervaldatum was { DATETIME($dueDate) }. <a data-l10n-name="account-center">Betaal de factuur nu</a> om een onderbreking van uw service te voorkomen.

alert-service-canceled = De service voor het abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet. Wilt u de service weer gebruiken? <a data-l10n-name="update-payment">Betaal het openstaande bedrag van { MONEY($amount) }</a> voordat uw gegevens op { DATETIME($dataDeletedOn) } worden verwijderd.
