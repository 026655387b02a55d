### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

payment-failed-subject-first = Creditcardbetaling niet gelukt voor { $subscriptionName }

payment-failed-subject-reminder = Herinnering: openstaand bedrag voor { $subscriptionName }

payment-failed-subject-final = Laatste herinnering: { $subscriptionName } eindigt op { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

payment-failed-preheader-first = Er staat { MONEY($amount) } open. Werk uw betalingsgegevens bij.

payment-failed-preheader-reminder = { MONEY($amount) } staat sinds { DATETIME($dueDate) } open.

payment-failed-preheader-final = Er staat nog { MONEY($amount) } open. Werk uw betalingsgegevens bij.

## Heading: the large line at the top of the mail.

payment-failed-heading-first = Uw creditcardbetaling is niet gelukt

payment-failed-heading-reminder = Uw betaling staat nog open

payment-failed-heading-final = Uw service eindigt op { DATETIME($serviceEndsOn) }

## What happened

payment-failed-opening-reminder = We hebben u eerder een e-mail gestuurd over deze betaling. Het bedrag staat nog open.

payment-failed-opening-final = Dit is onze laatste herinnering voordat de service wordt stopgezet.

# “van de betaling”, here and below, so that the date is not read as the expiry date of the card.
payment-failed-declined = We hebben geprobeerd om voor het abonnement “{ $subscriptionName }” { MONEY($amount) } af te schrijven van uw { $cardBrand }-creditcard eindigend op { $cardLast4 }, maar de afschrijving is geweigerd. De vervaldatum van de betaling was { DATETIME($dueDate) }.

payment-failed-expired = We konden { MONEY($amount) } voor het abonnement “{ $subscriptionName }” niet afschrijven, omdat uw { $cardBrand }-creditcard eindigend op { $cardLast4 } is verlopen. De vervaldatum van de betaling was { DATETIME($dueDate) }.

payment-failed-unknown = We konden { MONEY($amount) } voor het abonnement “{ $subscriptionName }” niet afschrijven van uw { $cardBrand }-creditcard eindigend op { $cardLast4 }. We hebben daarvoor geen reden doorgekregen. De vervaldatum van de betaling was { DATETIME($dueDate) }.

## What to do

payment-failed-request = Werk uw betalingsgegevens bij om een onderbreking van uw service te voorkomen.

payment-failed-request-final = Wilt u de service blijven gebruiken? Werk dan vóór { DATETIME($serviceEndsOn) } uw betalingsgegevens bij.

payment-failed-button = Betalingsgegevens bijwerken
