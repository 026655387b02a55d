### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = Prenumerationen ”{ $subscriptionName }” har avslutats

service-canceled-preheader = Betala { MONEY($amount) } och återaktivera före den { DATETIME($dataDeletedOn) } för att behålla dina data.

service-canceled-heading = Din prenumeration har avslutats

service-canceled-declined = Prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom vi inte hade fått din betalning på { MONEY($amount) }, som förföll den { DATETIME($dueDate) }. Betalningen med ditt { $cardBrand }-kort som slutar på { $cardLast4 } nekades.

service-canceled-expired = Prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom vi inte hade fått din betalning på { MONEY($amount) }, som förföll den { DATETIME($dueDate) }. Ditt { $cardBrand }-kort som slutar på { $cardLast4 } kunde inte debiteras eftersom det hade gått ut.

service-canceled-unknown = Prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom vi inte hade fått din betalning på { MONEY($amount) }, som förföll den { DATETIME($dueDate) }. Vi kunde inte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 }.

service-canceled-invoice = Prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom vi inte hade fått din betalning på { MONEY($amount) } för faktura { $invoiceNumber }, som förföll den { DATETIME($dueDate) }.

service-canceled-request-card = För att få tillbaka tjänsten behöver du uppdatera din betalningsinformation, så att vi kan debitera det utestående beloppet, och sedan återaktivera prenumerationen före den { DATETIME($dataDeletedOn) }. Annars tas dina data bort den dagen.

service-canceled-request-invoice = För att få tillbaka tjänsten behöver du betala fakturan och sedan återaktivera prenumerationen före den { DATETIME($dataDeletedOn) }. Annars tas dina data bort den dagen.

service-canceled-step-reactivate = <a data-l10n-name="reactivate">Återaktivera prenumerationen</a> när vi har fått din betalning.

service-canceled-step-still-disabled = <a data-l10n-name="support">Kontakta supporten</a> om prenumerationen fortfarande är inaktiverad trots att betalningen har gått igenom och du har försökt återaktivera den.

service-canceled-consequence-heading = Det här händer med dina data

service-canceled-consequence =
    { $retentionDays ->
        [one] Du kommer inte längre åt dina resurser sedan tjänsten avslutades den { DATETIME($serviceEndedOn) }. Om du inte betalar det utestående beloppet och återaktiverar prenumerationen tas dina data bort { $retentionDays } dag efter det datumet, alltså den { DATETIME($dataDeletedOn) }.
       *[other] Du kommer inte längre åt dina resurser sedan tjänsten avslutades den { DATETIME($serviceEndedOn) }. Om du inte betalar det utestående beloppet och återaktiverar prenumerationen tas dina data bort { $retentionDays } dagar efter det datumet, alltså den { DATETIME($dataDeletedOn) }.
    }

service-canceled-already-paid = Om du redan har betalat behöver du bara <a data-l10n-name="reactivate">återaktivera prenumerationen</a>.
