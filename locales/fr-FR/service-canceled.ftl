### The mail about a service that has been canceled (kind `service-canceled`).

# The name stands last so that a long one does not push the fact out of the inbox line.
service-canceled-subject = Abonnement résilié : « { $subscriptionName } »

service-canceled-preheader = Réglez { MONEY($amount) } avant le { DATETIME($dataDeletedOn) } pour éviter la suppression de vos données.

service-canceled-heading = Votre abonnement a été résilié

service-canceled-declined = Votre abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car nous n’avons pas reçu votre paiement de { MONEY($amount) }, dont l’échéance était fixée au { DATETIME($dueDate) }. Le débit de votre carte { $cardBrand } se terminant par { $cardLast4 } a été refusé.

service-canceled-expired = Votre abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car nous n’avons pas reçu votre paiement de { MONEY($amount) }, dont l’échéance était fixée au { DATETIME($dueDate) }. Votre carte { $cardBrand } se terminant par { $cardLast4 } avait expiré.

service-canceled-unknown = Votre abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car nous n’avons pas reçu votre paiement de { MONEY($amount) }, dont l’échéance était fixée au { DATETIME($dueDate) }. Nous n’avons pas pu débiter votre carte { $cardBrand } se terminant par { $cardLast4 }.

service-canceled-invoice = Votre abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car nous n’avons pas reçu votre paiement de { MONEY($amount) } pour la facture { $invoiceNumber }, dont l’échéance était fixée au { DATETIME($dueDate) }.

service-canceled-request = Pour rétablir votre service, réglez le solde restant dû, puis réactivez l’abonnement avant le { DATETIME($dataDeletedOn) }, date prévue de suppression de vos données.

service-canceled-step-reactivate = Une fois le solde réglé, <a data-l10n-name="reactivate">réactivez l’abonnement</a>.

service-canceled-step-still-disabled = Si votre paiement a été traité mais que l’abonnement reste désactivé après votre tentative de réactivation, <a data-l10n-name="support">contactez le support</a>.

service-canceled-consequence-heading = Que deviennent vos données ?

service-canceled-consequence =
    { $retentionDays ->
        [one] Votre abonnement a pris fin le { DATETIME($serviceEndedOn) }, et vous n’avez plus accès à ses ressources. Si le solde n’est pas réglé, vos données seront supprimées le { DATETIME($dataDeletedOn) }, soit { $retentionDays } jour après la résiliation.
       *[other] Votre abonnement a pris fin le { DATETIME($serviceEndedOn) }, et vous n’avez plus accès à ses ressources. Si le solde n’est pas réglé, vos données seront supprimées le { DATETIME($dataDeletedOn) }, soit { $retentionDays } jours après la résiliation.
    }

service-canceled-already-paid = Si vous avez déjà réglé ce montant, il vous suffit de <a data-l10n-name="reactivate">réactiver l’abonnement</a>.
