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

fact-due-date = Date d’échéance du paiement

fact-card = Carte

fact-card-value = { $cardBrand } se terminant par { $cardLast4 }

fact-invoice = Facture

fact-next-attempt = Prochaine tentative de débit

fact-service-ends = Date de résiliation prévue

fact-service-ended = Date de résiliation

fact-data-deleted = Date de suppression des données

text-fact = { $label } : { $value }

## The button

button-update-payment = Mettre à jour mes informations de paiement

button-view-invoice = Consulter ma facture

## How to resolve it

resolve-heading = Comment régulariser la situation

step-card-declined = Contactez votre banque pour connaître le motif du refus ou <a data-l10n-name="change-card">remplacez la carte</a> associée à cet abonnement.

step-card-expired = Si vous n’avez pas encore reçu votre nouvelle carte, contactez votre banque. Dès que vous l’avez, <a data-l10n-name="change-card">remplacez la carte</a> associée à cet abonnement.

step-card-unknown = Vérifiez les informations de votre carte. Si elles sont correctes, contactez votre banque. Sinon, corrigez-les ou <a data-l10n-name="change-card">remplacez la carte</a> associée à cet abonnement.

step-all-charges = Dès que vous aurez mis à jour vos informations de paiement, nous débiterons votre carte de la totalité du solde restant dû, soit { MONEY($amount) }, ainsi que des éventuels montants impayés pour vos autres services { -brand }. Vous n’aurez aucun autre paiement à effectuer.

step-next-attempt = Si le solde n’est toujours pas réglé le { DATETIME($nextAttemptOn) }, nous tenterons à nouveau de débiter la carte enregistrée.

step-invoice = Réglez l’intégralité du solde restant dû, soit { MONEY($amount) }, selon les modalités indiquées au bas de la facture. Si vous avez besoin d’aide, <a data-l10n-name="support">contactez le support</a>.

step-administrator-left = Si de précédents messages sont passés inaperçus parce que l’ancien administrateur de compte a quitté l’entreprise ou changé de fonction, <a data-l10n-name="support">contactez le support</a>.

step-still-disabled = Si votre paiement a bien été traité mais que vous rencontrez des difficultés d’accès à vos ressources, <a data-l10n-name="support">contactez le support</a>.

## What follows

consequence-heading = Si le solde n’est pas réglé

consequence-dated =
    { $retentionDays ->
        [one] Votre abonnement sera résilié le { DATETIME($serviceEndsOn) }, et vous n’aurez plus accès à ses ressources. Vos données seront supprimées { $retentionDays } jour plus tard, le { DATETIME($dataDeletedOn) }.
       *[other] Votre abonnement sera résilié le { DATETIME($serviceEndsOn) }, et vous n’aurez plus accès à ses ressources. Vos données seront supprimées { $retentionDays } jours plus tard, le { DATETIME($dataDeletedOn) }.
    }

consequence-undated =
    { $retentionDays ->
        [one] Votre abonnement sera résilié, et vous n’aurez plus accès à ses ressources. Vos données seront supprimées { $retentionDays } jour après la résiliation.
       *[other] Votre abonnement sera résilié, et vous n’aurez plus accès à ses ressources. Vos données seront supprimées { $retentionDays } jours après la résiliation.
    }

data-policy = Pour en savoir plus, consultez <a data-l10n-name="data-policy">notre politique de gestion des données</a>.

## Help and footer

help-heading = Besoin d’aide ?

help = <a data-l10n-name="support">Contactez le support</a> : nous vous aiderons à trouver rapidement une solution.

already-paid = Si vous avez réglé ce montant entre-temps, veuillez ne pas tenir compte de ce message.

profile = Nous envoyons les e-mails de facturation à l’adresse indiquée dans votre profil. <a data-l10n-name="profile">Assurez-vous qu’il s’agit d’une adresse que vous consultez régulièrement</a>.

footer-why = Vous êtes administrateur de compte pour { $accountName } : c’est pourquoi vous recevez cet e-mail.

footer-safety = Nous ne vous demanderons jamais votre numéro de carte ni votre mot de passe par e-mail.
