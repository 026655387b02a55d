### The guidance article: a help page that lists every case. It names no account and no amount.

article-title = Een openstaand bedrag voor uw { -brand }-abonnement betalen

article-intro = Als we uw betaling niet ontvangen of niet kunnen verwerken, krijgt u een e-mail of ziet u een melding in het <a data-l10n-name="account-center">Accountcentrum</a> of in de <a data-l10n-name="portal">{ -brand }-portal</a>. Een voorbeeld van zo’n bericht:

article-quote = We konden het bedrag voor uw abonnement niet van uw creditcard afschrijven. Werk uw betalingsgegevens bij om een onderbreking van de service te voorkomen.

article-update = <a data-l10n-name="update-payment">Werk uw betalingsgegevens bij</a> of kijk hieronder wat u in uw situatie kunt doen.

article-resolve-heading = Zo lost u het probleem op

article-step-card = Is uw creditcard geweigerd of verlopen? <a data-l10n-name="change-card">Kies een andere creditcard voor het abonnement</a> of neem contact op met uw bank. Zodra u uw betalingsgegevens hebt bijgewerkt, schrijven we het volledige openstaande bedrag automatisch van uw creditcard af, samen met eventuele openstaande kosten voor uw andere { -brand }-services.

article-step-invoice = Betaalt u op factuur? Maak dan het volledige openstaande bedrag over volgens de betaalinstructies onder aan de factuur. Hebt u daarbij hulp nodig? <a data-l10n-name="support">Ons ondersteuningsteam</a> helpt u graag.

article-step-administrator-left = Zijn berichten over het hoofd gezien doordat de vorige accountbeheerder het bedrijf heeft verlaten of nu een andere functie heeft? <a data-l10n-name="support">Neem dan contact op met ons ondersteuningsteam</a>.

article-step-still-disabled = Is het abonnement al stopgezet? Betaal dan eerst het openstaande bedrag en <a data-l10n-name="reactivate">activeer het abonnement daarna opnieuw</a> voordat uw gegevens worden verwijderd. Is uw betaling verwerkt, maar blijft het abonnement daarna uitgeschakeld? <a data-l10n-name="support">Neem dan contact op met ons ondersteuningsteam</a>.

article-no-email-heading = Ontvangt u geen e-mails over facturen en betalingen?

article-no-email = Bent u de accountbeheerder? <a data-l10n-name="profile">Bekijk dan in uw profiel naar welk e-mailadres we deze e-mails sturen</a>. Kies een e-mailadres dat u regelmatig controleert. Klopt het adres? Zoek dan in uw map met ongewenste e-mail.

article-consequence-heading = Wat gebeurt er als het bedrag niet wordt betaald?

article-consequence =
    { $retentionDays ->
        [one] Als we uw betaling niet ontvangen, wordt uw abonnement stopgezet en zijn de bijbehorende resources niet meer beschikbaar. Als de datum daarvan al is vastgesteld, vindt u die in onze e-mail. Uw gegevens worden { $retentionDays } dag na de stopzetting verwijderd. Lees <a data-l10n-name="data-policy">hoe we met uw gegevens omgaan</a>.
       *[other] Als we uw betaling niet ontvangen, wordt uw abonnement stopgezet en zijn de bijbehorende resources niet meer beschikbaar. Als de datum daarvan al is vastgesteld, vindt u die in onze e-mail. Uw gegevens worden { $retentionDays } dagen na de stopzetting verwijderd. Lees <a data-l10n-name="data-policy">hoe we met uw gegevens omgaan</a>.
    }

article-help-heading = Hebt u nog hulp nodig?

article-help = <a data-l10n-name="support">Neem contact op met ons ondersteuningsteam</a>. We helpen u het probleem snel op te lossen.
