### What every mail shares: greeting, facts, steps, help, signature and footer.
###
### Links stand in a sentence as <a data-l10n-name="support">words</a>.
### Translate the words, keep the name, and write no address: the program knows it.

## Greeting and signature

greeting = Bonjour { $administratorName },

greeting-nameless = Bonjour,

closing = Cordialement,

signature = L’équipe { -brand }

## The table of facts

facts-caption = Détails du paiement

fact-account = Compte

fact-subscription = Abonnement

fact-amount-due = Montant dû

fact-due-date = Date d’échéance

fact-card = Carte

fact-card-value = { $cardBrand } se terminant par { $cardLast4 }

fact-invoice = Facture

fact-next-attempt = Prochain débit

fact-service-ends = Fin du service

fact-service-ended = Date de résiliation

fact-data-deleted = Suppression des données

text-fact = { $label } : { $value }

## How to resolve it

resolve-heading = Comment régulariser la situation

step-card-declined = <a data-l10n-name="change-card">Remplacez la carte associée à cet abonnement</a> ou contactez votre banque pour connaître le motif du refus.

step-card-expired = <a data-l10n-name="change-card">Remplacez la carte associée à cet abonnement</a>. Si vous n’avez pas encore de nouvelle carte, contactez votre banque.

step-card-unknown = <a data-l10n-name="change-card">Vérifiez ou remplacez la carte associée à cet abonnement</a>, ou contactez votre banque.

step-all-charges = Dès la mise à jour de votre mode de paiement, nous traitons le paiement de tous les frais en attente, y compris ceux de vos autres services { -brand }.

step-next-attempt = Le { DATETIME($nextAttemptOn) }, nous tenterons à nouveau de débiter la carte.

step-invoice = Adressez votre paiement aux coordonnées indiquées au bas de la facture. Si vous avez besoin d’aide pour effectuer ce paiement, <a data-l10n-name="support">contactez le support</a>.

step-pay-in-full = Réglez l’intégralité du solde restant dû, soit { MONEY($amount) }.

step-administrator-left = Si personne n’a vu la facture parce que l’ancien administrateur de compte a quitté l’entreprise ou changé de fonction, <a data-l10n-name="support">contactez le support</a>.

step-still-disabled = Si votre paiement a été traité mais que l’abonnement est toujours désactivé, <a data-l10n-name="support">contactez le support</a>.

step-reactivate = Une fois le solde réglé, <a data-l10n-name="reactivate">réactivez l’abonnement</a>.

## What follows

consequence-heading = Si le solde n’est pas réglé

consequence-dated =
    { $retentionDays ->
        [one] Le service sera résilié le { DATETIME($serviceEndsOn) } et ses ressources ne seront plus disponibles. Vos données seront supprimées { $retentionDays } jour après la fin du service, soit le { DATETIME($dataDeletedOn) }.
       *[other] Le service sera résilié le { DATETIME($serviceEndsOn) } et ses ressources ne seront plus disponibles. Vos données seront supprimées { $retentionDays } jours après la fin du service, soit le { DATETIME($dataDeletedOn) }.
    }

consequence-undated =
    { $retentionDays ->
        [one] Le service sera résilié et ses ressources ne seront plus disponibles. Vos données seront supprimées { $retentionDays } jour après la fin du service.
       *[other] Le service sera résilié et ses ressources ne seront plus disponibles. Vos données seront supprimées { $retentionDays } jours après la fin du service.
    }

data-policy = Pour en savoir plus, consultez <a data-l10n-name="data-policy">notre politique de gestion des données</a>.

## Help and footer

help-heading = Besoin d’aide ?

help = <a data-l10n-name="support">Contactez le support</a> : nous vous aiderons à trouver rapidement une solution.

already-paid = Si vous avez déjà réglé ce montant, vous pouvez ignorer ce message.

profile = Nous envoyons les e-mails de facturation à l’adresse indiquée dans votre profil. Pensez à <a data-l10n-name="profile">vérifier votre profil</a> de temps en temps et à utiliser une adresse que vous consultez régulièrement.

footer-why = Vous recevez cet e-mail en tant qu’administrateur du compte { $accountName }.

footer-safety = Nous ne demandons jamais de numéro de carte ni de mot de passe par e-mail.
