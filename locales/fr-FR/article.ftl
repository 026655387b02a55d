### The guidance article: a help page that lists every case. It names no account and no amount.

article-title = Régler le solde impayé de votre abonnement { -brand }

article-intro = Si nous ne recevons pas votre paiement ou si nous ne pouvons pas le traiter, vous recevez un e-mail, ou une alerte s’affiche dans le <a data-l10n-name="account-center">Centre des comptes</a> ou sur le <a data-l10n-name="portal">portail { -brand }</a>. Le message peut ressembler à ceci :

article-quote = Nous n’avons pas pu débiter votre carte bancaire pour votre abonnement. Pour éviter une interruption de service, mettez à jour vos informations de paiement.

article-update = <a data-l10n-name="update-payment">Mettez à jour vos informations de paiement</a> ou suivez, parmi les étapes ci-dessous, celles qui correspondent à votre cas.

article-resolve-heading = Régler le solde impayé

article-step-card = Si la carte enregistrée a été refusée ou a expiré, <a data-l10n-name="change-card">remplacez la carte associée à l’abonnement</a> ou contactez votre banque. Dès la mise à jour du mode de paiement, nous traitons le paiement de tous les frais en attente, y compris ceux de vos autres services { -brand }.

article-step-invoice = Si vous payez sur facture, adressez votre paiement aux coordonnées indiquées au bas de la facture. Si vous avez besoin d’aide pour effectuer ce paiement, <a data-l10n-name="support">contactez le support</a>.

article-step-pay-in-full = Réglez l’intégralité du solde restant dû.

article-step-administrator-left = Si personne n’a vu la facture parce que l’administrateur de compte a quitté l’entreprise ou changé de fonction, <a data-l10n-name="support">contactez le support</a>.

article-step-still-disabled = Si votre paiement a été traité mais que l’abonnement est toujours désactivé, <a data-l10n-name="support">contactez le support</a>. Si le service a déjà été résilié, vous pouvez aussi <a data-l10n-name="reactivate">réactiver l’abonnement</a>.

article-no-email-heading = Vous ne recevez pas les e-mails de facturation ?

article-no-email = Si vous êtes l’administrateur de compte, <a data-l10n-name="profile">vérifiez quelle adresse e-mail est utilisée pour les notifications</a>. Nous vous recommandons une adresse que vous consultez régulièrement. Si l’adresse est correcte, regardez dans votre dossier de courrier indésirable.

article-consequence-heading = Que se passe-t-il si le solde n’est pas réglé ?

article-consequence =
    { $retentionDays ->
        [one] Le service est résilié et ses ressources ne sont plus disponibles. Vos données sont supprimées { $retentionDays } jour après la fin du service. Pour en savoir plus, consultez <a data-l10n-name="data-policy">notre politique de gestion des données</a>.
       *[other] Le service est résilié et ses ressources ne sont plus disponibles. Vos données sont supprimées { $retentionDays } jours après la fin du service. Pour en savoir plus, consultez <a data-l10n-name="data-policy">notre politique de gestion des données</a>.
    }

article-help-heading = Vous avez encore besoin d’aide ?

article-help = <a data-l10n-name="support">Contactez le support</a> pour trouver rapidement une solution.
