### What every mail shares: greeting, facts, steps, help, signature and footer.
###
### Links stand in a sentence as <a data-l10n-name="support">words</a>.
### Translate the words, keep the name, and write no address: the program knows it.

## Greeting and signature

greeting = Hej { $administratorName }!

greeting-nameless = Hej!

# No comma: Swedish closings have none.
closing = Vänliga hälsningar

signature = { -brand }-teamet

## The table of facts

facts-caption = Uppgifter om betalningen

fact-account = Konto

fact-subscription = Prenumeration

fact-amount-due = Belopp att betala

# Below the card, too, this can only be the payment’s date: the card’s is its “utgångsdatum”.
fact-due-date = Förfallodatum

fact-card = Kort

fact-card-value = { $cardBrand } som slutar på { $cardLast4 }

fact-invoice = Faktura

# “Nästa debitering” would be the next regular charge.
fact-next-attempt = Nytt debiteringsförsök

fact-service-ends = Tjänsten avslutas

fact-service-ended = Prenumerationen avslutades

fact-data-deleted = Data tas bort

text-fact = { $label }: { $value }

## The button

button-update-payment = Uppdatera betalningsinformation

button-view-invoice = Visa fakturan

## How to resolve it

resolve-heading = Så här gör du

step-card-declined = <a data-l10n-name="change-card">Byt ut kortet</a> som används för prenumerationen, eller kontakta din bank för att få veta varför betalningen nekades.

step-card-expired = <a data-l10n-name="change-card">Byt ut kortet</a> som används för prenumerationen. Kontakta din bank om du ännu inte har fått ett nytt kort.

step-card-unknown = Kontrollera kortuppgifterna eller <a data-l10n-name="change-card">byt ut kortet</a> som används för prenumerationen. Om uppgifterna stämmer kontaktar du din bank.

step-all-charges = Så snart du har uppdaterat din betalningsinformation debiterar vi hela det utestående beloppet på { MONEY($amount) } samt eventuella obetalda belopp för dina andra { -brand }-tjänster. Du behöver inte göra någon separat betalning.

step-next-attempt = Om beloppet fortfarande är obetalt den { DATETIME($nextAttemptOn) } försöker vi debitera det registrerade kortet igen.

# “betalningsuppgifterna”: the giro or account that a Swedish invoice lists there. Not “betalningsinformation”, which is the customer’s own.
step-invoice = Betala hela det utestående beloppet på { MONEY($amount) } enligt betalningsuppgifterna längst ned på fakturan. <a data-l10n-name="support">Kontakta supporten</a> om du behöver hjälp.

step-administrator-left = Om tidigare meddelanden har missats därför att den tidigare kontoadministratören har slutat på företaget eller bytt roll kan du <a data-l10n-name="support">kontakta supporten</a>.

step-still-disabled = <a data-l10n-name="support">Kontakta supporten</a> om betalningen har gått igenom men tjänsten ändå inte fungerar.

## What follows

consequence-heading = Det här händer om beloppet inte betalas

consequence-dated =
    { $retentionDays ->
        [one] Tjänsten avslutas den { DATETIME($serviceEndsOn) }, och då kommer du inte längre åt dina resurser. Dina data tas bort { $retentionDays } dag senare, den { DATETIME($dataDeletedOn) }.
       *[other] Tjänsten avslutas den { DATETIME($serviceEndsOn) }, och då kommer du inte längre åt dina resurser. Dina data tas bort { $retentionDays } dagar senare, den { DATETIME($dataDeletedOn) }.
    }

consequence-undated =
    { $retentionDays ->
        [one] Tjänsten avslutas, och då kommer du inte längre åt dina resurser. Dina data tas bort { $retentionDays } dag efter att tjänsten har avslutats.
       *[other] Tjänsten avslutas, och då kommer du inte längre åt dina resurser. Dina data tas bort { $retentionDays } dagar efter att tjänsten har avslutats.
    }

data-policy = Läs mer om <a data-l10n-name="data-policy">hur vi hanterar dina data</a>.

## Help and footer

help-heading = Behöver du hjälp?

help = <a data-l10n-name="support">Kontakta supporten</a> så hjälper vi dig att snabbt lösa problemet.

already-paid = Om du redan har betalat kan du bortse från det här meddelandet.

profile = Vi skickar e-post om fakturering till e-postadressen i din profil. <a data-l10n-name="profile">Kontrollera att det är en adress som du använder regelbundet</a>.

# The name stands inside the sentence: names like “De Vries B.V.” would double a final period.
footer-why = Du är kontoadministratör för { $accountName } och får därför det här meddelandet.

footer-safety = Vi ber aldrig om kortnummer eller lösenord via e-post.
