### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = Din tjänst har avslutats: { $subscriptionName }
service-canceled-preheader = Du har ett utestående belopp på { MONEY($amount) }. Dina data tas bort den { DATETIME($dataDeletedOn) }.
service-canceled-heading = Din tjänst har avslutats
service-canceled-declined = Tjänsten för prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom ett belopp på { MONEY($amount) } har varit utestående sedan den { DATETIME($dueDate) }. Betalningen med ditt { $cardBrand }-kort som slutar på { $cardLast4 } nekades.
service-canceled-expired = Tjänsten för prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom ett belopp på { MONEY($amount) } har varit utestående sedan den { DATETIME($dueDate) }. Ditt { $cardBrand }-kort som slutar på { $cardLast4 } har gått ut.
service-canceled-unknown = Tjänsten för prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom ett belopp på { MONEY($amount) } har varit utestående sedan den { DATETIME($dueDate) }. Vi kunde inte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 }.
service-canceled-invoice = Tjänsten för prenumerationen ”{ $subscriptionName }” avslutades den { DATETIME($serviceEndedOn) } eftersom faktura { $invoiceNumber } på { MONEY($amount) } har varit obetald sedan den { DATETIME($dueDate) }.
service-canceled-request = För att få tillbaka tjänsten behöver du betala det utestående beloppet innan dina data tas bort den { DATETIME($dataDeletedOn) }.
service-canceled-button = Betala nu

service-canceled-already-paid = Om du redan har betalat återstår bara att återaktivera prenumerationen.
service-canceled-consequence-heading = Det här händer med dina data
service-canceled-consequence =
    { $retentionDays ->
        [one] Tjänsten avslutades den { DATETIME($serviceEndedOn) } och dess resurser är inte längre tillgängliga. Om beloppet inte betalas tas dina data bort { $retentionDays } dag efter att tjänsten avslutades, den { DATETIME($dataDeletedOn) }.
       *[other] Tjänsten avslutades den { DATETIME($serviceEndedOn) } och dess resurser är inte längre tillgängliga. Om beloppet inte betalas tas dina data bort { $retentionDays } dagar efter att tjänsten avslutades, den { DATETIME($dataDeletedOn) }.
    }
