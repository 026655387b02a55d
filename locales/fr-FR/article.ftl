### The guidance article: a help page that lists every case. It names no account and no amount.

article-title = Régler le solde restant dû de votre abonnement { -brand }

article-intro = Si nous ne recevons pas votre paiement ou ne pouvons pas le traiter, nous vous en informons par e-mail, ou par une alerte affichée dans le <a data-l10n-name="account-center">Centre des comptes</a> ou sur le <a data-l10n-name="portal">portail { -brand }</a>. Voici un exemple de message :

article-quote = Nous n’avons pas pu débiter votre carte bancaire pour le paiement de votre abonnement. Pour éviter une interruption de service, mettez à jour vos informations de paiement.

article-update = <a data-l10n-name="update-payment">Mettez à jour vos informations de paiement</a> ou reportez-vous au cas qui vous concerne parmi ceux décrits ci-dessous.

article-resolve-heading = Comment régulariser la situation

article-step-card = Si la carte enregistrée a été refusée ou a expiré, contactez votre banque ou <a data-l10n-name="change-card">remplacez la carte associée à l’abonnement</a>. Dès que vous aurez mis à jour vos informations de paiement, nous débiterons votre carte de la totalité du solde restant dû, ainsi que des éventuels montants impayés pour vos autres services { -brand }.

article-step-invoice = Si vous payez sur facture, réglez l’intégralité du solde restant dû selon les modalités indiquées au bas de la facture. Si vous avez besoin d’aide, <a data-l10n-name="support">contactez le support</a>.

article-step-administrator-left = Si certains de nos messages sont passés inaperçus parce que l’ancien administrateur de compte a quitté l’entreprise ou changé de fonction, <a data-l10n-name="support">contactez le support</a>.

article-step-still-disabled = Si l’abonnement a déjà été résilié, réglez d’abord le solde restant dû, puis <a data-l10n-name="reactivate">réactivez l’abonnement</a> avant la suppression de vos données. Si votre paiement a bien été traité mais que l’abonnement reste malgré tout désactivé, <a data-l10n-name="support">contactez le support</a>.

article-no-email-heading = Vous ne recevez pas nos e-mails de facturation ?

article-no-email = Si vous êtes administrateur de compte, <a data-l10n-name="profile">vérifiez l’adresse e-mail utilisée pour les notifications</a>. Choisissez une adresse que vous utilisez régulièrement. Si l’adresse est correcte, consultez votre dossier de courrier indésirable.

article-consequence-heading = Que se passe-t-il si le solde n’est pas réglé ?

article-consequence =
    { $retentionDays ->
        [one] Si nous ne recevons pas votre paiement, l’abonnement sera résilié, et vous n’aurez plus accès à ses ressources. Si une date de résiliation a été fixée, elle est indiquée dans notre e-mail. Vos données seront supprimées { $retentionDays } jour après la résiliation. Pour en savoir plus, consultez <a data-l10n-name="data-policy">notre politique de gestion des données</a>.
       *[other] Si nous ne recevons pas votre paiement, l’abonnement sera résilié, et vous n’aurez plus accès à ses ressources. Si une date de résiliation a été fixée, elle est indiquée dans notre e-mail. Vos données seront supprimées { $retentionDays } jours après la résiliation. Pour en savoir plus, consultez <a data-l10n-name="data-policy">notre politique de gestion des données</a>.
    }

article-help-heading = Vous avez encore besoin d’aide ?

article-help = <a data-l10n-name="support">Contactez le support</a> : nous vous aiderons à trouver rapidement une solution.
