### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

invoice-overdue-subject-first = Faktura { $invoiceNumber } har förfallit
invoice-overdue-subject-reminder = Påminnelse: faktura { $invoiceNumber } är fortfarande obetald
# Without the word “faktura”: with a long invoice number and a long date it would pass 78 columns. The preheader says “Fakturan”.
invoice-overdue-subject-final = Sista påminnelse: betala före { DATETIME($serviceEndsOn) } ({ $invoiceNumber })

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

invoice-overdue-preheader-first = Beloppet på { MONEY($amount) } förföll till betalning den { DATETIME($dueDate) }.
invoice-overdue-preheader-reminder = Beloppet på { MONEY($amount) } har varit utestående sedan den { DATETIME($dueDate) }.
invoice-overdue-preheader-final = Fakturan på { MONEY($amount) } är fortfarande obetald. Din tjänst kommer att avslutas.

## Heading: the large line at the top of the mail.

invoice-overdue-heading-first = Din faktura har förfallit
invoice-overdue-heading-reminder = Din faktura är fortfarande obetald
invoice-overdue-heading-final = Din tjänst avslutas den { DATETIME($serviceEndsOn) }

## What happened

invoice-overdue-first = Vi har inte fått din betalning på { MONEY($amount) } för faktura { $invoiceNumber } (prenumerationen ”{ $subscriptionName }”). Fakturan förföll den { DATETIME($dueDate) }.
invoice-overdue-reminder = Vi har tidigare skrivit till dig om faktura { $invoiceNumber } (prenumerationen ”{ $subscriptionName }”) men har fortfarande inte fått din betalning på { MONEY($amount) }. Fakturan förföll den { DATETIME($dueDate) }.
invoice-overdue-final = Det här är vår sista påminnelse innan tjänsten avslutas. Vi har fortfarande inte fått din betalning på { MONEY($amount) } för faktura { $invoiceNumber } (prenumerationen ”{ $subscriptionName }”). Fakturan förföll den { DATETIME($dueDate) }.

## What to do

invoice-overdue-request = Betala fakturan nu för att undvika ett avbrott i tjänsten.
invoice-overdue-request-final = Betala fakturan före den { DATETIME($serviceEndsOn) } för att behålla tjänsten.
invoice-overdue-button = Visa fakturan
