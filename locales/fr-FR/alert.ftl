### The alert that the account portal shows: one paragraph.

alert-payment-failed = Nous n’avons pas pu débiter le montant de { MONEY($amount) } sur votre carte { $cardBrand } se terminant par { $cardLast4 } pour l’abonnement « { $subscriptionName } ». Pour éviter une interruption de service, <a data-l10n-name="update-payment">mettez à jour vos informations de paiement</a>.

alert-invoice-overdue = La facture { $invoiceNumber } d’un montant de { MONEY($amount) }, relative à l’abonnement « { $subscriptionName } », est arrivée à échéance le { DATETIME($dueDate) }. Pour éviter une interruption de service, <a data-l10n-name="account-center">réglez-la dès maintenant</a>.

alert-service-canceled = Le service associé à l’abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }. Pour le rétablir, <a data-l10n-name="update-payment">réglez le solde restant dû de { MONEY($amount) }</a> avant la suppression de vos données, prévue le { DATETIME($dataDeletedOn) }.
