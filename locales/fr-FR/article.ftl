### The guidance article: a help page that lists every case. It names no account and no amount.

article-title = Régler le solde impayé de votre abonnement { -brand }

article-intro = Si nous ne recevons pas votre paiement ou ne pouvons pas le traiter, nous vous en informons par e-mail ou par une alerte dans le <a data-l10n-name="account-center">Centre des comptes</a> ou sur le <a data-l10n-name="portal">portail { -brand }</a>. Exemple de message :

article-quote = Nous n’avons pas pu débiter votre carte bancaire pour le paiement de votre abonnement. Pour éviter une interruption de service, mettez à jour vos informations de paiement.

article-update = <a data-l10n-name="update-payment">Mettez à jour vos informations de paiement</a> ou reportez-vous ci-dessous au cas qui vous concerne.

article-resolve-heading = Comment régulariser la situation

article-step-card = Si la carte enregistrée a été refusée ou a expiré, <a data-l10n-name="change-card">remplacez la carte associée à l’abonnement</a> ou contactez votre banque. Dès que le mode de paiement est à jour, la carte est automatiquement débitée de la totalité du solde restant dû, ainsi que des éventuels frais en attente de paiement pour vos autres services { -brand }.

article-step-invoice = Si vous payez sur facture, réglez l’intégralité du solde restant dû selon les modalités indiquées au bas de la facture. Si vous avez besoin d’aide, <a data-l10n-name="support">contactez le support</a>.

article-step-administrator-left = Si la facture est passée inaperçue parce que l’administrateur de compte a quitté l’entreprise ou changé de fonction, <a data-l10n-name="support">contactez le support</a>.

article-step-still-disabled = Si l’abonnement a déjà été résilié, réglez d’abord le solde restant dû, puis <a data-l10n-name="reactivate">réactivez l’abonnement</a>. Si votre paiement a été traité mais que l’abonnement reste désactivé, <a data-l10n-name="support">contactez le support</a>.

article-no-email-heading = Vous ne recevez pas nos e-mails de facturation ?

article-no-email = Si vous êtes administrateur de compte, <a data-l10n-name="profile">vérifiez l’adresse e-mail utilisée pour les notifications</a>. Choisissez une adresse que vous consultez régulièrement. Si l’adresse est correcte, regardez dans votre dossier de courrier indésirable.

article-consequence-heading = Que se passe-t-il si le solde n’est pas réglé ?

article-consequence =
    { $retentionDays ->
        [one] L’abonnement sera résilié à la date indiquée dans notre e-mail, et vous n’aurez plus accès à ses ressources. Vos données seront supprimées { $retentionDays } jour après la résiliation. Pour en savoir plus, consultez <a data-l10n-name="data-policy">notre politique de gestion des données</a>.
       *[other] L’abonnement sera résilié à la date indiquée dans notre e-mail, et vous n’aurez plus accès à ses ressources. Vos données seront supprimées { $retentionDays } jours après la résiliation. Pour en savoir plus, consultez <a data-l10n-name="data-policy">notre politique de gestion des données</a>.
    }

article-help-heading = Besoin d’aide ?

article-help = <a data-l10n-name="support">Contactez le support</a> : nous vous aiderons à trouver rapidement une solution.
