### The guidance article: a help page that lists every case. It names no account and no amount.

article-title = Så betalar du ett förfallet belopp för din { -brand }-prenumeration

# “Meddelandet”, not “aviseringen”: it must fit the email and the alert alike.
article-intro = Om vi inte får din betalning eller om den inte går igenom meddelar vi dig via e-post, i <a data-l10n-name="account-center">Kontocenter</a> eller i <a data-l10n-name="portal">{ -brand }-portalen</a>. Meddelandet kan se ut så här:

article-quote = Vi kunde inte debitera kreditkortet för din prenumeration. Uppdatera din betalningsinformation för att undvika ett avbrott i tjänsten.

article-update = <a data-l10n-name="update-payment">Uppdatera din betalningsinformation</a> eller se nedan vad som gäller i ditt fall.

article-resolve-heading = Så här gör du

# The cases below begin with a question: “Om …, byt ut …” reads translated.
article-step-card = Har det registrerade kortet nekats eller gått ut? <a data-l10n-name="change-card">Byt ut kortet som används för prenumerationen</a> eller kontakta din bank. Så snart du har uppdaterat din betalningsinformation debiterar vi hela det utestående beloppet samt eventuella obetalda belopp för dina andra { -brand }-tjänster.

article-step-invoice = Betalar du mot faktura? Betala hela det utestående beloppet enligt betalningsuppgifterna längst ned på fakturan. <a data-l10n-name="support">Kontakta supporten</a> om du behöver hjälp.

article-step-administrator-left = Har meddelanden missats därför att den tidigare kontoadministratören har slutat på företaget eller bytt roll? <a data-l10n-name="support">Kontakta supporten</a>.

article-step-still-disabled = Har prenumerationen redan avslutats? Betala först det utestående beloppet och <a data-l10n-name="reactivate">återaktivera sedan prenumerationen</a> innan dina data tas bort. <a data-l10n-name="support">Kontakta supporten</a> om betalningen har gått igenom men prenumerationen fortfarande är inaktiverad efter det.

article-no-email-heading = Får du ingen e-post om fakturering?

article-no-email = Om du är kontoadministratör kan du <a data-l10n-name="profile">kontrollera vilken e-postadress vi använder</a>. Välj en e-postadress som du använder regelbundet. Om adressen stämmer kan du titta i skräppostmappen.

article-consequence-heading = Vad händer om beloppet inte betalas?

article-consequence =
    { $retentionDays ->
        [one] Om vi inte får din betalning avslutas tjänsten, och då kommer du inte längre åt dina resurser. Om ett datum har bestämts hittar du det i vårt e-postmeddelande. Dina data tas bort { $retentionDays } dag efter att tjänsten har avslutats. Läs mer om <a data-l10n-name="data-policy">hur vi hanterar dina data</a>.
       *[other] Om vi inte får din betalning avslutas tjänsten, och då kommer du inte längre åt dina resurser. Om ett datum har bestämts hittar du det i vårt e-postmeddelande. Dina data tas bort { $retentionDays } dagar efter att tjänsten har avslutats. Läs mer om <a data-l10n-name="data-policy">hur vi hanterar dina data</a>.
    }

article-help-heading = Behöver du mer hjälp?

article-help = <a data-l10n-name="support">Kontakta supporten</a> så hjälper vi dig att snabbt lösa problemet.
