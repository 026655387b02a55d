### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = Votre abonnement « { $subscriptionName } » a été résilié

# “le” is the subscription that the subject has just named: with “l’abonnement” a long amount and a long date pass 100 columns.
service-canceled-preheader = Réglez { MONEY($amount) } et réactivez-le avant le { DATETIME($dataDeletedOn) } pour conserver vos données.

service-canceled-heading = Votre abonnement a été résilié

service-canceled-declined = Votre abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car nous n’avons pas reçu votre paiement de { MONEY($amount) }, dont l’échéance était fixée au { DATETIME($dueDate) }. Le débit de votre carte { $cardBrand } se terminant par { $cardLast4 } a été refusé.

service-canceled-expired = Votre abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car nous n’avons pas reçu votre paiement de { MONEY($amount) }, dont l’échéance était fixée au { DATETIME($dueDate) }. Votre carte { $cardBrand } se terminant par { $cardLast4 } ayant expiré, nous n’avons pas pu la débiter.

service-canceled-unknown = Votre abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car nous n’avons pas reçu votre paiement de { MONEY($amount) }, dont l’échéance était fixée au { DATETIME($dueDate) }. Nous n’avons pas pu débiter votre carte { $cardBrand } se terminant par { $cardLast4 }.

service-canceled-invoice = Votre abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car nous n’avons pas reçu le règlement de la facture { $invoiceNumber }, d’un montant de { MONEY($amount) }. L’échéance de cette facture était fixée au { DATETIME($dueDate) }.

service-canceled-request-card = Pour rétablir votre service, mettez à jour vos informations de paiement afin de régler le solde restant dû, puis réactivez l’abonnement avant le { DATETIME($dataDeletedOn) }. À défaut, vos données seront supprimées à cette date.

service-canceled-request-invoice = Pour rétablir votre service, réglez la facture, puis réactivez l’abonnement avant le { DATETIME($dataDeletedOn) }. À défaut, vos données seront supprimées à cette date.

service-canceled-step-reactivate = Une fois le solde réglé, <a data-l10n-name="reactivate">réactivez l’abonnement</a>.

service-canceled-step-still-disabled = Si votre paiement a bien été traité mais que vous ne parvenez pas à réactiver l’abonnement, <a data-l10n-name="support">contactez le support</a>.

service-canceled-consequence-heading = Que deviennent vos données ?

service-canceled-consequence =
    { $retentionDays ->
        [one] Depuis la résiliation de votre abonnement, le { DATETIME($serviceEndedOn) }, vous n’avez plus accès à ses ressources. Si vous ne réglez pas le solde ou ne réactivez pas l’abonnement, vos données seront supprimées le { DATETIME($dataDeletedOn) }, soit { $retentionDays } jour après la résiliation.
       *[other] Depuis la résiliation de votre abonnement, le { DATETIME($serviceEndedOn) }, vous n’avez plus accès à ses ressources. Si vous ne réglez pas le solde ou ne réactivez pas l’abonnement, vos données seront supprimées le { DATETIME($dataDeletedOn) }, soit { $retentionDays } jours après la résiliation.
    }

service-canceled-already-paid = Si vous avez déjà réglé ce montant, il vous suffit de <a data-l10n-name="reactivate">réactiver l’abonnement</a>.
