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

# Not “Vervaldatum”: below the card it is read as the expiry date of the card. One date, one name: mails about an invoice say “uiterste betaaldatum” too.
fact-due-date = Uiterste betaaldatum

fact-card = Creditcard

fact-card-value = { $cardBrand } eindigend op { $cardLast4 }

fact-invoice = Factuur

# Not “Volgende afschrijving”: that is read as the next regular charge.
fact-next-attempt = Nieuwe poging tot afschrijving

fact-service-ends = Datum van stopzetting

fact-service-ended = Stopgezet op

fact-data-deleted = Verwijdering van gegevens

text-fact = { $label }: { $value }

## The button

button-update-payment = Betalingsgegevens bijwerken

button-view-invoice = Factuur bekijken

## How to resolve it

resolve-heading = Zo lost u dit op

step-card-declined = <a data-l10n-name="change-card">Kies een andere creditcard</a> voor dit abonnement of vraag uw bank waarom de afschrijving is geweigerd.

step-card-expired = <a data-l10n-name="change-card">Kies een andere creditcard</a> voor dit abonnement. Hebt u nog geen nieuwe creditcard? Neem dan contact op met uw bank.

step-card-unknown = Controleer uw creditcardgegevens of <a data-l10n-name="change-card">kies een andere creditcard</a> voor dit abonnement. Kloppen de gegevens? Neem dan contact op met uw bank.

step-all-charges = Zodra u uw betalingsgegevens hebt bijgewerkt, schrijven we het volledige openstaande bedrag van { MONEY($amount) } automatisch van uw creditcard af, samen met eventuele openstaande kosten voor uw andere { -brand }-services. U hoeft zelf niets over te maken.

step-next-attempt = Als er op { DATETIME($nextAttemptOn) } nog niet is betaald, proberen we die dag opnieuw het bedrag van uw geregistreerde creditcard af te schrijven.

step-invoice = Betaal het volledige openstaande bedrag van { MONEY($amount) } volgens de betaalinstructies onder aan de factuur. Hebt u daarbij hulp nodig? <a data-l10n-name="support">Ons ondersteuningsteam</a> helpt u graag.

step-administrator-left = Zijn eerdere berichten over het hoofd gezien doordat de vorige accountbeheerder het bedrijf heeft verlaten of nu een andere functie heeft? <a data-l10n-name="support">Neem dan contact op met ons ondersteuningsteam</a>.

step-still-disabled = Is uw betaling verwerkt, maar kunt u het abonnement niet gebruiken? <a data-l10n-name="support">Neem dan contact op met ons ondersteuningsteam</a>.

## What follows

consequence-heading = Wat er gebeurt als het bedrag niet wordt betaald

consequence-dated =
    { $retentionDays ->
        [one] Uw abonnement wordt dan op { DATETIME($serviceEndsOn) } stopgezet. De bijbehorende resources zijn vanaf dat moment niet meer beschikbaar. Uw gegevens worden { $retentionDays } dag later verwijderd, op { DATETIME($dataDeletedOn) }.
       *[other] Uw abonnement wordt dan op { DATETIME($serviceEndsOn) } stopgezet. De bijbehorende resources zijn vanaf dat moment niet meer beschikbaar. Uw gegevens worden { $retentionDays } dagen later verwijderd, op { DATETIME($dataDeletedOn) }.
    }

consequence-undated =
    { $retentionDays ->
        [one] Uw abonnement wordt dan stopgezet. De bijbehorende resources zijn vanaf dat moment niet meer beschikbaar. Uw gegevens worden { $retentionDays } dag na de stopzetting verwijderd.
       *[other] Uw abonnement wordt dan stopgezet. De bijbehorende resources zijn vanaf dat moment niet meer beschikbaar. Uw gegevens worden { $retentionDays } dagen na de stopzetting verwijderd.
    }

data-policy = Lees <a data-l10n-name="data-policy">hoe we met uw gegevens omgaan</a>.

## Help and footer

help-heading = Hebt u hulp nodig?

help = <a data-l10n-name="support">Neem contact op met ons ondersteuningsteam</a>. We helpen u de betaling snel in orde te maken.

already-paid = Hebt u al betaald? Dan kunt u dit bericht negeren.

profile = We sturen e-mails over facturen en betalingen naar het adres in uw profiel. <a data-l10n-name="profile">Zorg dat daar een e-mailadres staat dat u regelmatig controleert</a>.

# The name does not end the sentence: “B.V.” and a period would print two periods.
footer-why = Als accountbeheerder van { $accountName } ontvangt u deze e-mail.

footer-safety = We vragen u nooit per e-mail om creditcardnummers of wachtwoorden.
