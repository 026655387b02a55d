### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

payment-failed-subject-first = Vi kunde inte debitera kortet för { $subscriptionName }
payment-failed-subject-reminder = Påminnelse: förfallen betalning för { $subscriptionName }
payment-failed-subject-final = Sista påminnelse: { $subscriptionName } avslutas { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

payment-failed-preheader-first = Du har ett utestående belopp på { MONEY($amount) }. Uppdatera din betalningsinformation.
payment-failed-preheader-reminder = Beloppet på { MONEY($amount) } har varit utestående sedan den { DATETIME($dueDate) }.
payment-failed-preheader-final = Du har fortfarande { MONEY($amount) } att betala. Uppdatera din betalningsinformation.

## Heading: the large line at the top of the mail.

payment-failed-heading-first = Vi kunde inte debitera ditt kort
payment-failed-heading-reminder = Vi saknar fortfarande din betalning
payment-failed-heading-final = Din tjänst avslutas den { DATETIME($serviceEndsOn) }

## What happened

payment-failed-opening-reminder = Vi har tidigare skrivit till dig om den här betalningen, som fortfarande är utestående.
payment-failed-opening-final = Det här är vår sista påminnelse innan tjänsten avslutas.
payment-failed-declined = Vi försökte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 }, men betalningen nekades. Beloppet på { MONEY($amount) } för prenumerationen ”{ $subscriptionName }” förföll till betalning den { DATETIME($dueDate) }.
payment-failed-expired = Vi kunde inte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 } eftersom det har gått ut. Beloppet på { MONEY($amount) } för prenumerationen ”{ $subscriptionName }” förföll till betalning den { DATETIME($dueDate) }.
payment-failed-unknown = Vi kunde inte debitera ditt { $cardBrand }-kort som slutar på { $cardLast4 }, och vi har inte fått veta varför. Beloppet på { MONEY($amount) } för prenumerationen ”{ $subscriptionName }” förföll till betalning den { DATETIME($dueDate) }.

## What to do

payment-failed-request = Uppdatera din betalningsinformation för att undvika ett avbrott i tjänsten.
payment-failed-request-final = Uppdatera din betalningsinformation före den { DATETIME($serviceEndsOn) } för att behålla tjänsten.
# “Ändra”, not “Uppdatera”: a button has at most 30 columns.
payment-failed-button = Ändra betalningsinformation
