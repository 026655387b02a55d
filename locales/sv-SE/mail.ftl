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
fact-due-date = Förfallodatum
fact-card = Kort
fact-card-value = { $cardBrand } som slutar på { $cardLast4 }
fact-invoice = Faktura
fact-next-attempt = Nästa debitering
fact-service-ends = Tjänsten avslutas
fact-service-ended = Tjänsten avslutades
fact-data-deleted = Data tas bort
text-fact = { $label }: { $value }

## How to resolve it

resolve-heading = Så löser du det här
step-card-declined = <a data-l10n-name="change-card">Byt ut kortet</a> som används för prenumerationen, eller kontakta din bank för att få veta varför betalningen nekades.
step-card-expired = <a data-l10n-name="change-card">Byt ut kortet</a> som används för prenumerationen. Kontakta din bank om du inte har fått något nytt kort än.
step-card-unknown = <a data-l10n-name="change-card">Kontrollera eller byt ut kortet</a> som används för prenumerationen, eller kontakta din bank.
step-all-charges = Så snart din betalningsmetod är uppdaterad behandlar vi betalningen av alla utestående avgifter, även för dina andra { -brand }-tjänster.
step-next-attempt = Vi försöker debitera kortet igen den { DATETIME($nextAttemptOn) }.
# “enligt uppgifterna”: a Swedish invoice lists a giro or an account there, seldom a place.
step-invoice = Skicka betalningen enligt uppgifterna längst ned på fakturan. <a data-l10n-name="support">Kontakta supporten</a> om du behöver hjälp med det.
step-pay-in-full = Betala hela det utestående beloppet på { MONEY($amount) }.
step-administrator-left = Om den tidigare kontoadministratören har slutat på företaget eller bytt roll och ingen därför har sett fakturan, <a data-l10n-name="support">kontakta supporten</a>.
step-still-disabled = Om betalningen har behandlats men prenumerationen fortfarande är inaktiverad, <a data-l10n-name="support">kontakta supporten</a>.
step-reactivate = När beloppet är betalt kan du <a data-l10n-name="reactivate">återaktivera prenumerationen</a>.

## What follows

consequence-heading = Det här händer om beloppet inte betalas
consequence-dated =
    { $retentionDays ->
        [one] Tjänsten avslutas den { DATETIME($serviceEndsOn) } och dess resurser är då inte längre tillgängliga. Dina data tas bort { $retentionDays } dag efter att tjänsten har avslutats, den { DATETIME($dataDeletedOn) }.
       *[other] Tjänsten avslutas den { DATETIME($serviceEndsOn) } och dess resurser är då inte längre tillgängliga. Dina data tas bort { $retentionDays } dagar efter att tjänsten har avslutats, den { DATETIME($dataDeletedOn) }.
    }
consequence-undated =
    { $retentionDays ->
        [one] Tjänsten avslutas och dess resurser är inte längre tillgängliga. Dina data tas bort { $retentionDays } dag efter att tjänsten har avslutats.
       *[other] Tjänsten avslutas och dess resurser är inte längre tillgängliga. Dina data tas bort { $retentionDays } dagar efter att tjänsten har avslutats.
    }
data-policy = Läs mer om <a data-l10n-name="data-policy">hur vi hanterar dina data</a>.

## Help and footer

help-heading = Behöver du hjälp?
help = <a data-l10n-name="support">Kontakta supporten</a> så hjälper vi dig att lösa problemet snabbt.
already-paid = Om du redan har betalat kan du bortse från det här meddelandet.
profile = Vi skickar e-post om fakturering till adressen i din profil. <a data-l10n-name="profile">Se över din profil</a> då och då och använd en adress där du läser din e-post regelbundet.
# The name stands inside the sentence: names like “De Vries B.V.” would double a final period.
footer-why = Du är kontoadministratör för { $accountName } och får därför det här e-postmeddelandet.
footer-safety = Vi ber aldrig om kortnummer eller lösenord via e-post.
