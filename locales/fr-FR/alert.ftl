### The alert that the account portal shows: one paragraph.

alert-payment-failed = Nous n’avons pas pu débiter votre carte { $cardBrand } se terminant par { $cardLast4 } d’un montant de { MONEY($amount) } pour votre abonnement « { $subscriptionName } ». Pour éviter une interruption de service, <a data-l10n-name="update-payment">mettez à jour vos informations de paiement</a>.

alert-invoice-overdue = La facture { $invoiceNumber } d’un montant de { MONEY($amount) }, relative à votre abonnement « { $subscriptionName } », est arrivée à échéance le { DATETIME($dueDate) } et reste impayée. Pour éviter une interruption de service, <a data-l10n-name="account-center">réglez la facture</a>.

alert-service-canceled = Votre abonnement « { $subscriptionName } » a été résilié le { DATETIME($serviceEndedOn) }, car nous n’avons pas reçu votre paiement. Pour rétablir votre service, <a data-l10n-name="update-payment">réglez le solde restant dû de { MONEY($amount) }</a>, puis réactivez l’abonnement avant le { DATETIME($dataDeletedOn) }. À défaut, vos données seront supprimées à cette date.
