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

# “Betalningens”, so that the date is not read as the expiry date of the card.
fact-due-date = Betalningens förfallodatum

fact-card = Kort

fact-card-value = { $cardBrand } som slutar på { $cardLast4 }

fact-invoice = Faktura

# “Nästa debitering” would be the next regular charge.
fact-next-attempt = Nytt debiteringsförsök

fact-service-ends = Tjänsten avslutas

fact-service-ended = Tjänsten avslutades

fact-data-deleted = Data tas bort

text-fact = { $label }: { $value }

## The button

button-update-payment = Uppdatera betalningsinformation

button-view-invoice = Visa fakturan

## How to resolve it

resolve-heading = Så här gör du

step-card-declined = <a data-l10n-name="change-card">Byt ut kortet</a> som används för prenumerationen, eller kontakta din bank för att få veta varför betalningen nekades.

step-card-expired = <a data-l10n-name="change-card">Byt ut kortet</a> som används för prenumerationen. Kontakta din bank om du ännu inte har fått ett nytt kort.

step-card-unknown = Kontrollera kortuppgifterna eller <a data-l10n-name="change-card">byt ut kortet</a> som används för prenumerationen. Om uppgifterna stämmer och kortet är giltigt kontaktar du din bank.

step-all-charges = Så snart betalningsmetoden är uppdaterad debiterar vi kortet automatiskt med hela det utestående beloppet på { MONEY($amount) } samt eventuella utestående avgifter för dina andra { -brand }-tjänster. Du behöver inte göra någon separat betalning.

step-next-attempt = Om beloppet fortfarande är obetalt den { DATETIME($nextAttemptOn) } försöker vi debitera kortet igen.

# “betalningsuppgifterna”: the giro or account that a Swedish invoice lists there. Not “betalningsinformation”, which is the customer’s own.
step-invoice = Betala hela det utestående beloppet på { MONEY($amount) } enligt betalningsuppgifterna längst ned på fakturan. <a data-l10n-name="support">Kontakta supporten</a> om du behöver hjälp.

step-administrator-left = Om fakturan har blivit liggande därför att den tidigare kontoadministratören har slutat på företaget eller bytt roll kan du <a data-l10n-name="support">kontakta supporten</a>.

step-still-disabled = <a data-l10n-name="support">Kontakta supporten</a> om betalningen har gått igenom men prenumerationen ändå inte går att använda.

## What follows

consequence-heading = Det här händer om beloppet inte betalas

consequence-dated =
    { $retentionDays ->
        [one] Tjänsten avslutas den { DATETIME($serviceEndsOn) }, och då kommer du inte längre åt resurserna i den. Dina data tas bort den { DATETIME($dataDeletedOn) }, det vill säga { $retentionDays } dag efter att tjänsten har avslutats.
       *[other] Tjänsten avslutas den { DATETIME($serviceEndsOn) }, och då kommer du inte längre åt resurserna i den. Dina data tas bort den { DATETIME($dataDeletedOn) }, det vill säga { $retentionDays } dagar efter att tjänsten har avslutats.
    }

consequence-undated =
    { $retentionDays ->
        [one] Om vi inte får din betalning avslutas tjänsten, och då kommer du inte längre åt resurserna i den. Dina data tas bort { $retentionDays } dag efter att tjänsten har avslutats.
       *[other] Om vi inte får din betalning avslutas tjänsten, och då kommer du inte längre åt resurserna i den. Dina data tas bort { $retentionDays } dagar efter att tjänsten har avslutats.
    }

data-policy = Läs mer om <a data-l10n-name="data-policy">hur vi hanterar dina data</a>.

## Help and footer

help-heading = Behöver du hjälp?

help = <a data-l10n-name="support">Kontakta supporten</a> så hjälper vi dig att snabbt lösa problemet.

already-paid = Om du redan har betalat kan du bortse från det här meddelandet.

profile = Vi skickar e-post om fakturering till e-postadressen i din profil. <a data-l10n-name="profile">Kontrollera att det är en adress som du läser regelbundet</a>.

# The name stands inside the sentence: names like “De Vries B.V.” would double a final period.
footer-why = Du är kontoadministratör för { $accountName } och får därför vår e-post om fakturering.

footer-safety = Vi ber aldrig om kortnummer eller lösenord via e-post.
