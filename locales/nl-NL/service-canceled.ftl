### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = Uw service is stopgezet: { $subscriptionName }

service-canceled-preheader = Er staat nog { MONEY($amount) } open. Uw gegevens worden op { DATETIME($dataDeletedOn) } verwijderd.

service-canceled-heading = Uw service is stopgezet

service-canceled-declined = De service voor het abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat { MONEY($amount) } sinds { DATETIME($dueDate) } openstaat. De afschrijving van uw { $cardBrand }-creditcard eindigend op { $cardLast4 } is geweigerd.

service-canceled-expired = De service voor het abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat { MONEY($amount) } sinds { DATETIME($dueDate) } openstaat. Uw { $cardBrand }-creditcard eindigend op { $cardLast4 } is verlopen.

service-canceled-unknown = De service voor het abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat { MONEY($amount) } sinds { DATETIME($dueDate) } openstaat. We konden het bedrag niet afschrijven van uw { $cardBrand }-creditcard eindigend op { $cardLast4 }.

service-canceled-invoice = De service voor het abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat factuur { $invoiceNumber } van { MONEY($amount) } sinds { DATETIME($dueDate) } openstaat.

service-canceled-request = Wilt u de service weer gebruiken? Betaal dan het openstaande bedrag voordat uw gegevens op { DATETIME($dataDeletedOn) } worden verwijderd.

service-canceled-button = Nu betalen

service-canceled-already-paid = Hebt u al betaald? Dan hoeft u alleen nog het abonnement opnieuw te activeren.

service-canceled-consequence-heading = Wat er met uw gegevens gebeurt

service-canceled-consequence =
    { $retentionDays ->
        [one] De service is op { DATETIME($serviceEndedOn) } beëindigd en de bijbehorende resources zijn niet meer beschikbaar. Als het bedrag niet wordt betaald, worden uw gegevens op { DATETIME($dataDeletedOn) } verwijderd, { $retentionDays } dag na de beëindiging van de service.
       *[other] De service is op { DATETIME($serviceEndedOn) } beëindigd en de bijbehorende resources zijn niet meer beschikbaar. Als het bedrag niet wordt betaald, worden uw gegevens op { DATETIME($dataDeletedOn) } verwijderd, { $retentionDays } dagen na de beëindiging van de service.
    }
