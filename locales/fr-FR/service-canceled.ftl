### The mail about a service that has been canceled (kind `service-canceled`).

service-canceled-subject = Votre service a été résilié ({ $subscriptionName })

service-canceled-preheader = Montant impayé : { MONEY($amount) }. Vos données seront supprimées le { DATETIME($dataDeletedOn) }.

service-canceled-heading = Votre service a été résilié

service-canceled-declined = Le service associé à l’abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car un montant de { MONEY($amount) } reste impayé depuis le { DATETIME($dueDate) }. Le paiement avec votre carte { $cardBrand } se terminant par { $cardLast4 } a été refusé.

service-canceled-expired = Le service associé à l’abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car un montant de { MONEY($amount) } reste impayé depuis le { DATETIME($dueDate) }. Votre carte { $cardBrand } se terminant par { $cardLast4 } a expiré.

service-canceled-unknown = Le service associé à l’abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car un montant de { MONEY($amount) } reste impayé depuis le { DATETIME($dueDate) }. Nous n’avons pas pu débiter votre carte { $cardBrand } se terminant par { $cardLast4 }.

service-canceled-invoice = Le service associé à l’abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car la facture { $invoiceNumber } d’un montant de { MONEY($amount) } reste impayée depuis le { DATETIME($dueDate) }.

service-canceled-request = Pour rétablir votre service, réglez le solde restant dû avant la suppression de vos données, prévue le { DATETIME($dataDeletedOn) }.

service-canceled-button = Payer maintenant

service-canceled-already-paid = Si vous avez déjà réglé ce montant, il ne vous reste plus qu’à réactiver l’abonnement.

service-canceled-consequence-heading = Ce que deviennent vos données

service-canceled-consequence =
    { $retentionDays ->
        [one] Le service a pris fin le { DATETIME($serviceEndedOn) } et ses ressources ne sont plus disponibles. Si le solde n’est pas réglé, vos données seront supprimées { $retentionDays } jour après la fin du service, soit le { DATETIME($dataDeletedOn) }.
       *[other] Le service a pris fin le { DATETIME($serviceEndedOn) } et ses ressources ne sont plus disponibles. Si le solde n’est pas réglé, vos données seront supprimées { $retentionDays } jours après la fin du service, soit le { DATETIME($dataDeletedOn) }.
    }
