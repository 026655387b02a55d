### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

payment-failed-subject-first = Vi kunde inte debitera kortet för prenumerationen ”{ $subscriptionName }”

payment-failed-subject-reminder = Påminnelse: förfallen betalning för prenumerationen ”{ $subscriptionName }”

# No “den” before the date: with a long name and a long date it would pass 78 columns.
payment-failed-subject-final = Sista påminnelse: betala för ”{ $subscriptionName }” före { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

payment-failed-preheader-first = Beloppet på { MONEY($amount) } har förfallit till betalning. Uppdatera din betalningsinformation.

payment-failed-preheader-reminder = Beloppet på { MONEY($amount) } förföll den { DATETIME($dueDate) }. Uppdatera din betalningsinformation.

payment-failed-preheader-final = Uppdatera din betalningsinformation för att betala { MONEY($amount) } och behålla tjänsten.

## Heading: the large line at the top of the mail.

payment-failed-heading-first = Vi kunde inte debitera ditt kort

payment-failed-heading-reminder = Din betalning har förfallit

# “Åtgärda betalningen”: the card is charged once it is updated. The subject has no room for it and says “betala”.
payment-failed-heading-final = Åtgärda betalningen före den { DATETIME($serviceEndsOn) } för att behålla tjänsten

## What happened

payment-failed-opening-reminder = Vi skrev nyligen till dig om prenumerationen ”{ $subscriptionName }”, men vi har fortfarande inte fått din betalning.

payment-failed-opening-final = Det här är vår sista påminnelse innan tjänsten avslutas.

# “förföll till betalning”, here and below, so that the date is not read as the expiry date of the card.
# The amount stands away from the digits of the card: “4242 med 1 234,50” would be hard to read.
payment-failed-declined = Betalningen på { MONEY($amount) } för prenumerationen ”{ $subscriptionName }” nekades när vi försökte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 }. Beloppet förföll till betalning den { DATETIME($dueDate) }.

payment-failed-expired = Vi kunde inte debitera { MONEY($amount) } för prenumerationen ”{ $subscriptionName }” eftersom ditt { $cardBrand }-kort som slutar på { $cardLast4 } har gått ut. Beloppet förföll till betalning den { DATETIME($dueDate) }.

payment-failed-unknown = Betalningen på { MONEY($amount) } för prenumerationen ”{ $subscriptionName }” gick inte igenom när vi försökte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 }. Vi har inte fått någon uppgift om orsaken, men din bank kan kanske ge besked. Beloppet förföll till betalning den { DATETIME($dueDate) }.

## What to do

payment-failed-request-dated = Uppdatera din betalningsinformation före den { DATETIME($serviceEndsOn) } för att undvika ett avbrott i tjänsten.

payment-failed-request-undated = Uppdatera din betalningsinformation så snart som möjligt för att undvika ett avbrott i tjänsten.
