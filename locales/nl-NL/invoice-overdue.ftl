### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

invoice-overdue-subject-first = Betaaltermijn verstreken: factuur { $invoiceNumber }

invoice-overdue-subject-reminder = Herinnering: factuur { $invoiceNumber } staat nog open

# “factuur” is left out: with a long number and date it would exceed 78 columns. The preheader says it.
invoice-overdue-subject-final = Laatste herinnering: betaal { $invoiceNumber } vóór { DATETIME($serviceEndsOn) }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

# “de factuur van” is left out: it would exceed 100 columns. The subject says it.
invoice-overdue-preheader-first = Betaal { MONEY($amount) } zo snel mogelijk. De uiterste betaaldatum was { DATETIME($dueDate) }.

# “uw betaling van” is left out: it would exceed 100 columns.
invoice-overdue-preheader-reminder = We hebben { MONEY($amount) } nog niet ontvangen. De uiterste betaaldatum was { DATETIME($dueDate) }.

invoice-overdue-preheader-final = Betaal de factuur van { MONEY($amount) } om uw abonnement te behouden.

## Heading: the large line at the top of the mail.

invoice-overdue-heading-first = De betaaltermijn van uw factuur is verstreken

invoice-overdue-heading-reminder = Uw factuur staat nog open

invoice-overdue-heading-final = Betaal vóór { DATETIME($serviceEndsOn) } om uw abonnement te behouden

## What happened

invoice-overdue-first = We hebben uw betaling van { MONEY($amount) } voor factuur { $invoiceNumber } (abonnement “{ $subscriptionName }”) nog niet ontvangen. De uiterste betaaldatum was { DATETIME($dueDate) }.

invoice-overdue-reminder = We hebben u onlangs een e-mail gestuurd over factuur { $invoiceNumber } (abonnement “{ $subscriptionName }”). Uw betaling van { MONEY($amount) } hebben we nog niet ontvangen. De uiterste betaaldatum was { DATETIME($dueDate) }.

invoice-overdue-final = Dit is onze laatste herinnering voordat uw abonnement wordt stopgezet. We hebben uw betaling van { MONEY($amount) } voor factuur { $invoiceNumber } (abonnement “{ $subscriptionName }”) nog niet ontvangen. De uiterste betaaldatum was { DATETIME($dueDate) }.

## What to do

invoice-overdue-request-dated = Zorg dat we uw betaling vóór { DATETIME($serviceEndsOn) } hebben ontvangen. Zo voorkomt u een onderbreking van de service.

invoice-overdue-request-undated = Betaal de factuur zo snel mogelijk om een onderbreking van de service te voorkomen.
