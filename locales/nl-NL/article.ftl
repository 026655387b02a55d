### The guidance article: a help page that lists every case. It names no account and no amount.

article-title = Een achterstallig bedrag voor uw { -brand }-abonnement voldoen

article-intro = Als we uw betaling niet ontvangen of niet kunnen verwerken, krijgt u een e-mail of ziet u een melding in het <a data-l10n-name="account-center">Accountcentrum</a> of in de <a data-l10n-name="portal">{ -brand }-portal</a>. Het bericht kan bijvoorbeeld zo luiden:

article-quote = We konden het bedrag voor uw abonnement niet van uw creditcard afschrijven. Werk uw betalingsgegevens bij om een onderbreking van uw service te voorkomen.

article-update = <a data-l10n-name="update-payment">Werk uw betalingsgegevens bij</a> of volg hieronder de stappen die op uw situatie van toepassing zijn.

article-resolve-heading = Het achterstallige bedrag voldoen

article-step-card = Is de geregistreerde creditcard geweigerd of verlopen? <a data-l10n-name="change-card">Wijzig de creditcard waarmee u het abonnement betaalt</a> of neem contact op met uw bank. Zodra uw betalingswijze is bijgewerkt, verwerken we de betaling van alle openstaande kosten, ook die voor uw andere { -brand }-services.

article-step-invoice = Als u op factuur betaalt, maakt u het bedrag over volgens de gegevens onder aan de factuur. Hebt u daar hulp bij nodig? <a data-l10n-name="support">Neem contact op met onze ondersteuning</a>.

article-step-pay-in-full = Betaal het openstaande bedrag volledig.

article-step-administrator-left = Heeft niemand de factuur gezien doordat de accountbeheerder het bedrijf heeft verlaten of een andere functie heeft? <a data-l10n-name="support">Neem contact op met onze ondersteuning</a>.

article-step-still-disabled = Is uw betaling verwerkt, maar is het abonnement nog steeds uitgeschakeld? <a data-l10n-name="support">Neem contact op met onze ondersteuning</a>. Als de service al is stopgezet, kunt u ook <a data-l10n-name="reactivate">het abonnement opnieuw activeren</a>.

article-no-email-heading = Ontvangt u geen e-mails over facturen en betalingen?

article-no-email = Bent u de accountbeheerder? <a data-l10n-name="profile">Controleer welk e-mailadres voor meldingen wordt gebruikt</a>. We raden u een adres aan waarop u uw e-mail regelmatig leest. Klopt het adres? Kijk dan in uw map met ongewenste e-mail.

article-consequence-heading = Wat gebeurt er als het bedrag niet wordt betaald?

article-consequence =
    { $retentionDays ->
        [one] De service wordt stopgezet en de bijbehorende resources zijn dan niet meer beschikbaar. Uw gegevens worden { $retentionDays } dag na de beëindiging van de service verwijderd. Lees meer over <a data-l10n-name="data-policy">hoe we met uw gegevens omgaan</a>.
       *[other] De service wordt stopgezet en de bijbehorende resources zijn dan niet meer beschikbaar. Uw gegevens worden { $retentionDays } dagen na de beëindiging van de service verwijderd. Lees meer over <a data-l10n-name="data-policy">hoe we met uw gegevens omgaan</a>.
    }

article-help-heading = Hebt u nog hulp nodig?

article-help = <a data-l10n-name="support">Neem contact op met onze ondersteuning</a> om dit snel op te lossen.
