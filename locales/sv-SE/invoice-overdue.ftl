### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

invoice-overdue-subject-first = Faktura { $invoiceNumber } har förfallit

invoice-overdue-subject-reminder = Påminnelse: obetald faktura { $invoiceNumber }

# Without the word “faktura”: with a long invoice number and a long date it would pass 78 columns. The preheader says “fakturan”.
invoice-overdue-subject-final = Sista påminnelse: betala före den { DATETIME($serviceEndsOn) } ({ $invoiceNumber })

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

invoice-overdue-preheader-first = Fakturan på { MONEY($amount) } förföll den { DATETIME($dueDate) }. Betala den så snart som möjligt.

invoice-overdue-preheader-reminder = Fakturan på { MONEY($amount) } förföll den { DATETIME($dueDate) }. Vi har ännu inte fått din betalning.

invoice-overdue-preheader-final = Betala fakturan på { MONEY($amount) } för att behålla tjänsten.

## Heading: the large line at the top of the mail.

invoice-overdue-heading-first = Din faktura har förfallit

invoice-overdue-heading-reminder = Din faktura är fortfarande obetald

invoice-overdue-heading-final = Betala före den { DATETIME($serviceEndsOn) } för att behålla tjänsten

## What happened

invoice-overdue-first = Vi har inte fått din betalning på { MONEY($amount) } för faktura { $invoiceNumber }, som gäller prenumerationen ”{ $subscriptionName }”. Fakturan förföll den { DATETIME($dueDate) }.

invoice-overdue-reminder = Vi skrev nyligen till dig om faktura { $invoiceNumber }, som gäller prenumerationen ”{ $subscriptionName }”. Vi har fortfarande inte fått din betalning på { MONEY($amount) }, som förföll den { DATETIME($dueDate) }.

invoice-overdue-final = Det här är vår sista påminnelse innan tjänsten avslutas. Vi har fortfarande inte fått din betalning på { MONEY($amount) } för faktura { $invoiceNumber }, som gäller prenumerationen ”{ $subscriptionName }”. Fakturan förföll den { DATETIME($dueDate) }.

## What to do

invoice-overdue-request-dated = Se till att din betalning når oss före den { DATETIME($serviceEndsOn) } för att undvika ett avbrott i tjänsten.

invoice-overdue-request-undated = Betala fakturan så snart som möjligt för att undvika ett avbrott i tjänsten.
