### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = Prenumerationen ”{ $subscriptionName }” har avslutats

service-canceled-preheader = Betala { MONEY($amount) } före den { DATETIME($dataDeletedOn) } så att dina data inte tas bort.

service-canceled-heading = Din prenumeration har avslutats

service-canceled-declined = Prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom vi inte har fått din betalning på { MONEY($amount) }, som förföll den { DATETIME($dueDate) }. Betalningen med ditt { $cardBrand }-kort som slutar på { $cardLast4 } nekades.

service-canceled-expired = Prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom vi inte har fått din betalning på { MONEY($amount) }, som förföll den { DATETIME($dueDate) }. Ditt { $cardBrand }-kort som slutar på { $cardLast4 } hade gått ut.

service-canceled-unknown = Prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom vi inte har fått din betalning på { MONEY($amount) }, som förföll den { DATETIME($dueDate) }. Vi kunde inte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 }.

service-canceled-invoice = Prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom vi inte har fått din betalning på { MONEY($amount) } för faktura { $invoiceNumber }, som förföll den { DATETIME($dueDate) }.

service-canceled-request = För att få tillbaka tjänsten behöver du betala det utestående beloppet och sedan återaktivera prenumerationen innan dina data tas bort den { DATETIME($dataDeletedOn) }.

service-canceled-step-reactivate = <a data-l10n-name="reactivate">Återaktivera prenumerationen</a> när beloppet är betalt.

service-canceled-step-still-disabled = <a data-l10n-name="support">Kontakta supporten</a> om betalningen har gått igenom men prenumerationen inte går att använda trots att du har försökt återaktivera den.

service-canceled-consequence-heading = Det här händer med dina data

service-canceled-consequence =
    { $retentionDays ->
        [one] Tjänsten avslutades den { DATETIME($serviceEndedOn) }, och du kommer inte längre åt resurserna i den. Om beloppet inte betalas tas dina data bort den { DATETIME($dataDeletedOn) }, det vill säga { $retentionDays } dag efter att tjänsten avslutades.
       *[other] Tjänsten avslutades den { DATETIME($serviceEndedOn) }, och du kommer inte längre åt resurserna i den. Om beloppet inte betalas tas dina data bort den { DATETIME($dataDeletedOn) }, det vill säga { $retentionDays } dagar efter att tjänsten avslutades.
    }

service-canceled-already-paid = Om du redan har betalat behöver du bara <a data-l10n-name="reactivate">återaktivera prenumerationen</a>.
