### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = Uw abonnement “{ $subscriptionName }” is stopgezet

# “opnieuw” is left out: it would exceed 100 columns. The subject, just before, says that the subscription has been canceled.
service-canceled-preheader = Behoud uw gegevens: betaal { MONEY($amount) } en activeer uw abonnement vóór { DATETIME($dataDeletedOn) }.

service-canceled-heading = Uw abonnement is stopgezet

service-canceled-declined = Uw abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat we uw betaling van { MONEY($amount) } niet hebben ontvangen. De afschrijving van uw { $cardBrand }-creditcard eindigend op { $cardLast4 } is geweigerd. De uiterste betaaldatum was { DATETIME($dueDate) }.

service-canceled-expired = Uw abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat we uw betaling van { MONEY($amount) } niet hebben ontvangen. Uw { $cardBrand }-creditcard eindigend op { $cardLast4 } was verlopen. Daardoor konden we het bedrag niet afschrijven. De uiterste betaaldatum was { DATETIME($dueDate) }.

service-canceled-unknown = Uw abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat we uw betaling van { MONEY($amount) } niet hebben ontvangen. We konden het bedrag niet afschrijven van uw { $cardBrand }-creditcard eindigend op { $cardLast4 }. De uiterste betaaldatum was { DATETIME($dueDate) }.

service-canceled-invoice = Uw abonnement “{ $subscriptionName }” is op { DATETIME($serviceEndedOn) } stopgezet, omdat we uw betaling van { MONEY($amount) } voor factuur { $invoiceNumber } niet hebben ontvangen. De uiterste betaaldatum was { DATETIME($dueDate) }.

service-canceled-request-card = Wilt u de service weer gebruiken? Werk dan eerst uw betalingsgegevens bij, zodat we het openstaande bedrag kunnen afschrijven, en activeer het abonnement daarna opnieuw. Doe dit vóór { DATETIME($dataDeletedOn) }; anders worden uw gegevens op die dag verwijderd.

service-canceled-request-invoice = Wilt u de service weer gebruiken? Betaal dan eerst de factuur en activeer het abonnement daarna opnieuw. Doe dit vóór { DATETIME($dataDeletedOn) }; anders worden uw gegevens op die dag verwijderd.

service-canceled-step-reactivate = <a data-l10n-name="reactivate">Activeer het abonnement opnieuw</a> zodra het bedrag is betaald.

service-canceled-step-still-disabled = Is uw betaling verwerkt, maar blijft het abonnement uitgeschakeld nadat u hebt geprobeerd het opnieuw te activeren? <a data-l10n-name="support">Neem dan contact op met ons ondersteuningsteam</a>.

service-canceled-consequence-heading = Wat er met uw gegevens gebeurt

service-canceled-consequence =
    { $retentionDays ->
        [one] Uw abonnement is op { DATETIME($serviceEndedOn) } stopgezet en de bijbehorende resources zijn niet meer beschikbaar. Als u het bedrag niet betaalt en het abonnement niet opnieuw activeert, worden uw gegevens op { DATETIME($dataDeletedOn) } verwijderd, { $retentionDays } dag na de stopzetting.
       *[other] Uw abonnement is op { DATETIME($serviceEndedOn) } stopgezet en de bijbehorende resources zijn niet meer beschikbaar. Als u het bedrag niet betaalt en het abonnement niet opnieuw activeert, worden uw gegevens op { DATETIME($dataDeletedOn) } verwijderd, { $retentionDays } dagen na de stopzetting.
    }

service-canceled-already-paid = Hebt u al betaald? Dan hoeft u het abonnement alleen nog <a data-l10n-name="reactivate">opnieuw te activeren</a>.
