### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = Uw abonnement “{ $subscriptionName }” is stopgezet

service-canceled-preheader = Betaal { MONEY($amount) } vóór { DATETIME($dataDeletedOn) } om uw gegevens te behouden.

service-canceled-heading = Uw abonnement is stopgezet

service-canceled-declined = Uw abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat we uw betaling van { MONEY($amount) } niet hebben ontvangen. De afschrijving van uw { $cardBrand }-creditcard eindigend op { $cardLast4 } is geweigerd. De uiterste betaaldatum was { DATETIME($dueDate) }.

service-canceled-expired = Uw abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat we uw betaling van { MONEY($amount) } niet hebben ontvangen. Uw { $cardBrand }-creditcard eindigend op { $cardLast4 } was verlopen. De uiterste betaaldatum was { DATETIME($dueDate) }.

service-canceled-unknown = Uw abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat we uw betaling van { MONEY($amount) } niet hebben ontvangen. We konden het bedrag niet afschrijven van uw { $cardBrand }-creditcard eindigend op { $cardLast4 }. De uiterste betaaldatum was { DATETIME($dueDate) }.

service-canceled-invoice = Uw abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat we uw betaling van { MONEY($amount) } voor factuur { $invoiceNumber } niet hebben ontvangen. De vervaldatum was { DATETIME($dueDate) }.

service-canceled-request = Wilt u de service weer gebruiken? Betaal dan eerst het openstaande bedrag en activeer het abonnement daarna opnieuw. Doe dit vóór { DATETIME($dataDeletedOn) }; anders worden uw gegevens op die dag verwijderd.

service-canceled-step-reactivate = <a data-l10n-name="reactivate">Activeer het abonnement opnieuw</a> zodra het bedrag is betaald.

service-canceled-step-still-disabled = Is uw betaling verwerkt en hebt u geprobeerd het abonnement opnieuw te activeren, maar kunt u het nog steeds niet gebruiken? <a data-l10n-name="support">Neem dan contact op met de ondersteuning van { -brand }</a>.

service-canceled-consequence-heading = Wat er met uw gegevens gebeurt

service-canceled-consequence =
    { $retentionDays ->
        [one] Uw abonnement is op { DATETIME($serviceEndedOn) } stopgezet en de bijbehorende resources zijn niet meer beschikbaar. Als het bedrag niet wordt betaald, worden uw gegevens op { DATETIME($dataDeletedOn) } verwijderd, { $retentionDays } dag na de stopzetting.
       *[other] Uw abonnement is op { DATETIME($serviceEndedOn) } stopgezet en de bijbehorende resources zijn niet meer beschikbaar. Als het bedrag niet wordt betaald, worden uw gegevens op { DATETIME($dataDeletedOn) } verwijderd, { $retentionDays } dagen na de stopzetting.
    }

service-canceled-already-paid = Hebt u al betaald? Dan hoeft u alleen nog <a data-l10n-name="reactivate">het abonnement opnieuw te activeren</a>.
