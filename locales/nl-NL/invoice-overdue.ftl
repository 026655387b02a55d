### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

invoice-overdue-subject-first = Vervaldatum verstreken: factuur { $invoiceNumber }

invoice-overdue-subject-reminder = Herinnering: factuur { $invoiceNumber } staat nog open

# “factuur” is left out: with a long number and date it would exceed 78 columns. The preheader says it.
invoice-overdue-subject-final = Laatste herinnering: betaal { $invoiceNumber } vóór { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

invoice-overdue-preheader-first = Er staat { MONEY($amount) } open. De vervaldatum was { DATETIME($dueDate) }.

invoice-overdue-preheader-reminder = { MONEY($amount) } staat sinds { DATETIME($dueDate) } open.

invoice-overdue-preheader-final = De factuur van { MONEY($amount) } staat nog open. Uw service wordt stopgezet.

## Heading: the large line at the top of the mail.

invoice-overdue-heading-first = De vervaldatum van uw factuur is verstreken

invoice-overdue-heading-reminder = Uw factuur staat nog open

invoice-overdue-heading-final = Uw service eindigt op { DATETIME($serviceEndsOn) }

## What happened

invoice-overdue-first = We hebben uw betaling van { MONEY($amount) } voor factuur { $invoiceNumber } (abonnement “{ $subscriptionName }”) nog niet ontvangen. De vervaldatum was { DATETIME($dueDate) }.

invoice-overdue-reminder = We hebben u eerder een e-mail gestuurd over factuur { $invoiceNumber } (abonnement “{ $subscriptionName }”). Uw betaling van { MONEY($amount) } hebben we nog niet ontvangen. De vervaldatum was { DATETIME($dueDate) }.

invoice-overdue-final = Dit is onze laatste herinnering voordat de service wordt stopgezet. We hebben uw betaling van { MONEY($amount) } voor factuur { $invoiceNumber } (abonnement “{ $subscriptionName }”) nog niet ontvangen. De vervaldatum was { DATETIME($dueDate) }.

## What to do

invoice-overdue-request = Betaal de factuur nu om een onderbreking van uw service te voorkomen.

invoice-overdue-request-final = Wilt u de service blijven gebruiken? Betaal de factuur dan vóór { DATETIME($serviceEndsOn) }.

invoice-overdue-button = Factuur bekijken
