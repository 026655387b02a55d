### The mail about a card that could not be charged (kind `payment-failed`).

## Subject: the inbox line. The fact comes first; 60 columns are good, 78 are the limit.

payment-failed-subject-first = Votre carte n’a pas pu être débitée pour { $subscriptionName }

payment-failed-subject-reminder = Rappel : votre paiement est attendu pour { $subscriptionName }

# The name stands last so that a long one does not push the fact out of the inbox line.
payment-failed-subject-final = Dernier rappel : résiliation le { DATETIME($serviceEndsOn) } ({ $subscriptionName })

## Preheader: the gray line after the subject in the inbox, at most 100 columns. It does not repeat the subject.

payment-failed-preheader-first = Il reste { MONEY($amount) } à régler. Mettez à jour vos informations de paiement.

payment-failed-preheader-reminder = Un montant de { MONEY($amount) } reste dû depuis le { DATETIME($dueDate) }.

payment-failed-preheader-final = Il reste { MONEY($amount) } à régler. Mettez à jour vos informations de paiement.

## Heading: the large line at the top of the mail.

payment-failed-heading-first = Nous n’avons pas pu débiter votre carte

payment-failed-heading-reminder = Votre paiement est toujours attendu

payment-failed-heading-final = Votre service prend fin le { DATETIME($serviceEndsOn) }

## What happened

payment-failed-opening-reminder = Nous vous avons déjà écrit au sujet de ce paiement, que nous n’avons toujours pas reçu.

payment-failed-opening-final = Ce message est notre dernier rappel avant la résiliation du service.

payment-failed-declined = Nous avons tenté de débiter le montant de { MONEY($amount) } sur votre carte { $cardBrand } se terminant par { $cardLast4 } pour l’abonnement « { $subscriptionName } », mais le paiement a été refusé. L’échéance était fixée au { DATETIME($dueDate) }.

payment-failed-expired = Nous n’avons pas pu débiter le montant de { MONEY($amount) } pour l’abonnement « { $subscriptionName } », car votre carte { $cardBrand } se terminant par { $cardLast4 } a expiré. L’échéance était fixée au { DATETIME($dueDate) }.

payment-failed-unknown = Nous n’avons pas pu débiter le montant de { MONEY($amount) } sur votre carte { $cardBrand } se terminant par { $cardLast4 } pour l’abonnement « { $subscriptionName } ». Le motif ne nous a pas été communiqué. L’échéance était fixée au { DATETIME($dueDate) }.

## What to do

payment-failed-request = Pour éviter une interruption de service, mettez à jour vos informations de paiement.

payment-failed-request-final = Pour conserver votre service, mettez à jour vos informations de paiement avant le { DATETIME($serviceEndsOn) }.

# “Mettre à jour les informations de paiement” does not fit the 30 columns of a button.
payment-failed-button = Mettre à jour le paiement
