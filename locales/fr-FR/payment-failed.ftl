### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

payment-failed-subject-first = Votre carte n’a pas pu être débitée (abonnement « { $subscriptionName } »)

payment-failed-subject-reminder = Rappel : paiement en retard pour votre abonnement « { $subscriptionName } »

# “Dernier rappel : votre abonnement « … » sera résilié le …” passes 78 columns with a long name and a long date, and so do quotation marks here.
payment-failed-subject-final = Dernier rappel : résiliation le { DATETIME($serviceEndsOn) } ({ $subscriptionName })

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

payment-failed-preheader-first = Montant impayé : { MONEY($amount) }. Mettez à jour vos informations de paiement.

payment-failed-preheader-reminder = Échéance du { DATETIME($dueDate) } : { MONEY($amount) }. Mettez à jour vos informations de paiement.

payment-failed-preheader-final = Mettez à jour vos informations de paiement pour payer { MONEY($amount) } et éviter la résiliation.

## Heading: the large line at the top of the mail.

payment-failed-heading-first = Nous n’avons pas pu débiter votre carte

payment-failed-heading-reminder = L’échéance de votre paiement est dépassée

payment-failed-heading-final = Régularisez votre paiement avant le { DATETIME($serviceEndsOn) } pour éviter la résiliation

## What happened

payment-failed-opening-reminder = Malgré notre précédent message, votre paiement pour l’abonnement « { $subscriptionName } » ne nous est toujours pas parvenu.

payment-failed-opening-final = Nous vous adressons ce dernier rappel avant la résiliation de votre abonnement.

payment-failed-declined = Nous avons tenté de débiter votre carte { $cardBrand } se terminant par { $cardLast4 } d’un montant de { MONEY($amount) } pour votre abonnement « { $subscriptionName } », mais le paiement a été refusé. L’échéance de ce paiement était fixée au { DATETIME($dueDate) }.

payment-failed-expired = Votre carte { $cardBrand } se terminant par { $cardLast4 } ayant expiré, nous n’avons pas pu la débiter d’un montant de { MONEY($amount) } pour votre abonnement « { $subscriptionName } ». L’échéance de ce paiement était fixée au { DATETIME($dueDate) }.

payment-failed-unknown = Nous n’avons pas pu débiter votre carte { $cardBrand } se terminant par { $cardLast4 } d’un montant de { MONEY($amount) } pour votre abonnement « { $subscriptionName } ». Le motif ne nous a pas été communiqué ; votre banque pourra peut-être vous l’indiquer. L’échéance de ce paiement était fixée au { DATETIME($dueDate) }.

## What to do

payment-failed-request-dated = Pour éviter une interruption de service, mettez à jour vos informations de paiement avant le { DATETIME($serviceEndsOn) }.

payment-failed-request-undated = Pour éviter une interruption de service, mettez à jour vos informations de paiement dès que possible.
