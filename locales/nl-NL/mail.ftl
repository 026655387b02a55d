### What every mail shares: greeting, facts, steps, help, signature and footer.
###
### Links stand in a sentence as <a data-l10n-name="support">words</a>.
### Translate the words, keep the name, and write no address: the program knows it.

## Greeting and signature

greeting = Beste { $administratorName },

greeting-nameless = Beste klant,

closing = Met vriendelijke groet,

signature = Het { -brand }-team

## The table of facts

facts-caption = Overzicht van de betaling

fact-account = Account

fact-subscription = Abonnement

fact-amount-due = Verschuldigd bedrag

# “betaling” because “Vervaldatum” alone, near the card, could be read as the expiry date of the card.
fact-due-date = Vervaldatum betaling

fact-card = Creditcard

fact-card-value = { $cardBrand } eindigend op { $cardLast4 }

fact-invoice = Factuur

fact-next-attempt = Volgende afschrijving

fact-service-ends = Einde van de service

fact-service-ended = Service beëindigd

fact-data-deleted = Verwijdering van gegevens

text-fact = { $label }: { $value }

## How to resolve it

resolve-heading = Zo lost u dit op

step-card-declined = <a data-l10n-name="change-card">Wijzig de creditcard</a> waarmee u dit abonnement betaalt, of neem contact op met uw bank om te vragen waarom de afschrijving is geweigerd.

step-card-expired = <a data-l10n-name="change-card">Wijzig de creditcard</a> waarmee u dit abonnement betaalt. Hebt u nog geen nieuwe creditcard? Neem dan contact op met uw bank.

step-card-unknown = <a data-l10n-name="change-card">Controleer de creditcard voor dit abonnement of kies een andere</a>. U kunt ook contact opnemen met uw bank.

step-all-charges = Zodra uw betalingswijze is bijgewerkt, verwerken we de betaling van alle openstaande kosten, ook die voor uw andere { -brand }-services.

step-next-attempt = We proberen het bedrag op { DATETIME($nextAttemptOn) } opnieuw van uw creditcard af te schrijven.

step-invoice = Maak het bedrag over volgens de gegevens onder aan de factuur. Hebt u daar hulp bij nodig? <a data-l10n-name="support">Neem contact op met onze ondersteuning</a>.

step-pay-in-full = Betaal het openstaande bedrag van { MONEY($amount) } volledig.

step-administrator-left = Heeft niemand de factuur gezien doordat de vorige accountbeheerder het bedrijf heeft verlaten of een andere functie heeft? <a data-l10n-name="support">Neem contact op met onze ondersteuning</a>.

step-still-disabled = Is uw betaling verwerkt, maar is het abonnement nog steeds uitgeschakeld? <a data-l10n-name="support">Neem contact op met onze ondersteuning</a>.

step-reactivate = Zodra het bedrag is betaald, kunt u <a data-l10n-name="reactivate">het abonnement opnieuw activeren</a>.

## What follows

consequence-heading = Wat er gebeurt als het bedrag niet wordt betaald

consequence-dated =
    { $retentionDays ->
        [one] De service wordt op { DATETIME($serviceEndsOn) } stopgezet en de bijbehorende resources zijn dan niet meer beschikbaar. Uw gegevens worden op { DATETIME($dataDeletedOn) } verwijderd, { $retentionDays } dag na de beëindiging van de service.
       *[other] De service wordt op { DATETIME($serviceEndsOn) } stopgezet en de bijbehorende resources zijn dan niet meer beschikbaar. Uw gegevens worden op { DATETIME($dataDeletedOn) } verwijderd, { $retentionDays } dagen na de beëindiging van de service.
    }

consequence-undated =
    { $retentionDays ->
        [one] De service wordt stopgezet en de bijbehorende resources zijn dan niet meer beschikbaar. Uw gegevens worden { $retentionDays } dag na de beëindiging van de service verwijderd.
       *[other] De service wordt stopgezet en de bijbehorende resources zijn dan niet meer beschikbaar. Uw gegevens worden { $retentionDays } dagen na de beëindiging van de service verwijderd.
    }

data-policy = Lees meer over <a data-l10n-name="data-policy">hoe we met uw gegevens omgaan</a>.

## Help and footer

help-heading = Hulp nodig?

help = <a data-l10n-name="support">Neem contact op met onze ondersteuning</a>. We helpen u dit snel op te lossen.

already-paid = Hebt u al betaald? Dan kunt u dit bericht negeren.

profile = We sturen e-mails over facturen en betalingen naar het adres in uw profiel. <a data-l10n-name="profile">Controleer uw profiel</a> af en toe en gebruik een adres waarop u uw e-mail regelmatig leest.

# The name does not end the sentence: “B.V.” and a period would print two periods.
footer-why = U ontvangt deze e-mail omdat u de accountbeheerder van { $accountName } bent.

footer-safety = We vragen nooit per e-mail om uw creditcardnummer of wachtwoord.
