### The mail about an invoice that has not been paid (kind `invoice-overdue`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

invoice-overdue-subject-first = Échéance dépassée pour la facture { $invoiceNumber }

invoice-overdue-subject-reminder = Rappel : facture toujours impayée ({ $invoiceNumber })

# “Dernier rappel : facture … à régler avant le …” passes 78 columns with a long number and a long date; the preheader and the heading say “réglez”.
invoice-overdue-subject-final = Dernier rappel avant le { DATETIME($serviceEndsOn) } : facture { $invoiceNumber }

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

invoice-overdue-preheader-first = Montant dû depuis le { DATETIME($dueDate) } : { MONEY($amount) }. Réglez la facture dès que possible.

invoice-overdue-preheader-reminder = Votre paiement de { MONEY($amount) }, attendu le { DATETIME($dueDate) }, ne nous est pas parvenu.

invoice-overdue-preheader-final = Montant dû : { MONEY($amount) }. Réglez la facture pour éviter la résiliation de votre abonnement.

## Heading: the large line at the top of the mail.

invoice-overdue-heading-first = L’échéance de votre facture est dépassée

invoice-overdue-heading-reminder = Votre facture est toujours impayée

invoice-overdue-heading-final = Réglez la facture avant le { DATETIME($serviceEndsOn) } pour éviter la résiliation

## What happened

invoice-overdue-first = Sauf erreur de notre part, nous n’avons pas reçu le règlement de la facture { $invoiceNumber }, d’un montant de { MONEY($amount) }, pour votre abonnement « { $subscriptionName } ». L’échéance était fixée au { DATETIME($dueDate) }.

invoice-overdue-reminder = Malgré notre précédent message, nous n’avons toujours pas reçu le règlement de la facture { $invoiceNumber }, d’un montant de { MONEY($amount) }, pour votre abonnement « { $subscriptionName } ». L’échéance était fixée au { DATETIME($dueDate) }.

invoice-overdue-final = Nous vous adressons ce dernier rappel avant la résiliation de votre abonnement. Nous n’avons toujours pas reçu le règlement de la facture { $invoiceNumber }, d’un montant de { MONEY($amount) }, pour l’abonnement « { $subscriptionName } ». L’échéance était fixée au { DATETIME($dueDate) }.

## What to do

invoice-overdue-request-dated = Pour éviter une interruption de service, veillez à ce que votre paiement nous parvienne avant le { DATETIME($serviceEndsOn) }.

invoice-overdue-request-undated = Pour éviter une interruption de service, réglez la facture dès que possible.
