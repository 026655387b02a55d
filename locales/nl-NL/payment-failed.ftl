### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

payment-failed-subject-first = Creditcardbetaling niet gelukt: abonnement “{ $subscriptionName }”

payment-failed-subject-reminder = Herinnering: openstaand bedrag voor “{ $subscriptionName }”

# The comma, because “op” would exceed 78 columns with a long name and date. Not “stopt op”: that is read as production that stops.
payment-failed-subject-final = Laatste herinnering: stopzetting “{ $subscriptionName }”, { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

payment-failed-preheader-first = Er staat { MONEY($amount) } open. Werk uw betalingsgegevens bij.

# “De uiterste betaaldatum was …” together with the request would exceed 100 columns.
payment-failed-preheader-reminder = Sinds { DATETIME($dueDate) } staat er { MONEY($amount) } open. Werk uw betalingsgegevens bij.

payment-failed-preheader-final = Werk uw betalingsgegevens bij om { MONEY($amount) } te betalen en uw abonnement te behouden.

## Heading: the large line at the top of the mail.

payment-failed-heading-first = Uw creditcardbetaling is niet gelukt

payment-failed-heading-reminder = Uw betaling staat nog open

payment-failed-heading-final = Voorkom dat uw abonnement op { DATETIME($serviceEndsOn) } wordt stopgezet

## What happened

payment-failed-opening-reminder = We hebben u onlangs een e-mail gestuurd over de betaling voor uw abonnement “{ $subscriptionName }”. Het bedrag staat nog open.

payment-failed-opening-final = Dit is onze laatste herinnering voordat uw abonnement wordt stopgezet.

# “uiterste betaaldatum”, here and below, so that the date is not read as the expiry date of the card.
payment-failed-declined = We hebben geprobeerd { MONEY($amount) } voor uw abonnement “{ $subscriptionName }” af te schrijven van uw { $cardBrand }-creditcard eindigend op { $cardLast4 }, maar de afschrijving is geweigerd. De uiterste betaaldatum was { DATETIME($dueDate) }.

payment-failed-expired = Uw { $cardBrand }-creditcard eindigend op { $cardLast4 } is verlopen. Daardoor konden we { MONEY($amount) } voor uw abonnement “{ $subscriptionName }” niet afschrijven. De uiterste betaaldatum was { DATETIME($dueDate) }.

payment-failed-unknown = We konden { MONEY($amount) } voor uw abonnement “{ $subscriptionName }” niet afschrijven van uw { $cardBrand }-creditcard eindigend op { $cardLast4 }. De reden is ons niet bekend. Uw bank kan u hier misschien meer over vertellen. De uiterste betaaldatum was { DATETIME($dueDate) }.

## What to do

payment-failed-request-dated = Werk uw betalingsgegevens vóór { DATETIME($serviceEndsOn) } bij om een onderbreking van de service te voorkomen.

payment-failed-request-undated = Werk uw betalingsgegevens zo snel mogelijk bij om een onderbreking van de service te voorkomen.
