### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

payment-failed-subject-first = Votre carte n’a pas pu être débitée (abonnement « { $subscriptionName } »)

payment-failed-subject-reminder = Rappel : paiement en retard pour votre abonnement « { $subscriptionName } »

# “Dernier rappel avant résiliation le … : « … »” passes 78 columns with a long name and a long date; the preheader and the heading say “résiliation”.
payment-failed-subject-final = Dernier rappel avant le { DATETIME($serviceEndsOn) } : « { $subscriptionName } »

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

payment-failed-preheader-first = Montant dû : { MONEY($amount) }. Mettez à jour vos informations de paiement.

payment-failed-preheader-reminder = Échéance du { DATETIME($dueDate) } : { MONEY($amount) }. Mettez à jour vos informations de paiement.

# “Montant dû : …. Mettez à jour vos informations de paiement pour éviter la résiliation.” passes 100 columns with a long amount.
payment-failed-preheader-final = Réglez { MONEY($amount) } pour éviter la résiliation : mettez à jour vos informations de paiement.

## Heading: the large line at the top of the mail.

payment-failed-heading-first = Nous n’avons pas pu débiter votre carte

payment-failed-heading-reminder = L’échéance de votre paiement est dépassée

payment-failed-heading-final = Régularisez votre paiement avant le { DATETIME($serviceEndsOn) } pour éviter la résiliation

## What happened

payment-failed-opening-reminder = Malgré notre précédent message, le paiement de votre abonnement « { $subscriptionName } » ne nous est toujours pas parvenu.

payment-failed-opening-final = Nous vous adressons ce dernier rappel avant la résiliation de votre abonnement.

payment-failed-declined = Nous avons tenté de débiter votre carte { $cardBrand } se terminant par { $cardLast4 } d’un montant de { MONEY($amount) } pour l’abonnement « { $subscriptionName } », mais le paiement a été refusé. L’échéance du paiement était fixée au { DATETIME($dueDate) }.

payment-failed-expired = Votre carte { $cardBrand } se terminant par { $cardLast4 } ayant expiré, nous n’avons pas pu la débiter de { MONEY($amount) } pour l’abonnement « { $subscriptionName } ». L’échéance du paiement était fixée au { DATETIME($dueDate) }.

payment-failed-unknown = Nous n’avons pas pu débiter votre carte { $cardBrand } se terminant par { $cardLast4 } d’un montant de { MONEY($amount) } pour l’abonnement « { $subscriptionName } ». Nous n’en connaissons pas la cause ; votre banque pourra peut-être vous renseigner. L’échéance du paiement était fixée au { DATETIME($dueDate) }.

## What to do

payment-failed-request-dated = Pour éviter une interruption de service, mettez à jour vos informations de paiement avant le { DATETIME($serviceEndsOn) }.

payment-failed-request-undated = Pour éviter une interruption de service, mettez à jour vos informations de paiement dès que possible.
