### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

invoice-overdue-subject-first = Échéance dépassée pour la facture { $invoiceNumber }

invoice-overdue-subject-reminder = Rappel : facture toujours impayée ({ $invoiceNumber })

# “Dernier rappel : facture … à régler avant le …” passes 78 columns with a long number and a long date.
invoice-overdue-subject-final = Dernier rappel avant le { DATETIME($serviceEndsOn) } : facture { $invoiceNumber }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

invoice-overdue-preheader-first = Montant dû : { MONEY($amount) }. L’échéance était fixée au { DATETIME($dueDate) }.

invoice-overdue-preheader-reminder = Un montant de { MONEY($amount) } reste dû depuis le { DATETIME($dueDate) }.

invoice-overdue-preheader-final = Il reste toujours { MONEY($amount) } à régler. Sans paiement, votre service sera résilié.

## Heading: the large line at the top of the mail.

invoice-overdue-heading-first = L’échéance de votre facture est dépassée

invoice-overdue-heading-reminder = Votre facture est toujours impayée

invoice-overdue-heading-final = Votre service prend fin le { DATETIME($serviceEndsOn) }

## What happened

invoice-overdue-first = À ce jour, nous n’avons pas reçu votre paiement de { MONEY($amount) } pour la facture { $invoiceNumber } (abonnement « { $subscriptionName } »). L’échéance était fixée au { DATETIME($dueDate) }.

invoice-overdue-reminder = Nous vous avons déjà écrit au sujet de la facture { $invoiceNumber } (abonnement « { $subscriptionName } »), et votre paiement de { MONEY($amount) } ne nous est toujours pas parvenu. L’échéance était fixée au { DATETIME($dueDate) }.

invoice-overdue-final = Ce message est notre dernier rappel avant la résiliation du service. Nous n’avons toujours pas reçu votre paiement de { MONEY($amount) } pour la facture { $invoiceNumber } (abonnement « { $subscriptionName } »), dont l’échéance était fixée au { DATETIME($dueDate) }.

## What to do

invoice-overdue-request = Pour éviter une interruption de service, réglez la facture dès maintenant.

invoice-overdue-request-final = Pour conserver votre service, réglez la facture avant le { DATETIME($serviceEndsOn) }.

invoice-overdue-button = Consulter la facture
