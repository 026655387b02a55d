### The guidance article: a help page that lists every case. It names no account and no amount.

article-title = Reglera ett förfallet belopp för din { -brand }-prenumeration
# “meddelande”, not “avisering”: the next sentence (“Det kan lyda så här”) must fit the email and the alert alike.
article-intro = Om vi inte får din betalning eller inte kan behandla den får du ett e-postmeddelande, eller så visas ett meddelande i <a data-l10n-name="account-center">Kontocenter</a> eller <a data-l10n-name="portal">{ -brand }-portalen</a>. Det kan lyda så här:
article-quote = Vi kunde inte debitera ditt kreditkort för din prenumeration. Uppdatera din betalningsinformation för att undvika ett avbrott i tjänsten.
article-update = <a data-l10n-name="update-payment">Uppdatera din betalningsinformation</a> eller följ de steg nedan som stämmer in på din situation.
article-resolve-heading = Reglera det förfallna beloppet
article-step-card = Om det registrerade kortet har nekats eller gått ut, <a data-l10n-name="change-card">byt ut kortet som används för prenumerationen</a> eller kontakta din bank. Så snart betalningsmetoden är uppdaterad behandlar vi betalningen av alla utestående avgifter, även för dina andra { -brand }-tjänster.
article-step-invoice = Om du betalar mot faktura, skicka betalningen enligt uppgifterna längst ned på fakturan. <a data-l10n-name="support">Kontakta supporten</a> om du behöver hjälp med det.
article-step-pay-in-full = Betala hela det utestående beloppet.
article-step-administrator-left = Om kontoadministratören har slutat på företaget eller bytt roll och ingen därför har sett fakturan, <a data-l10n-name="support">kontakta supporten</a>.
article-step-still-disabled = Om betalningen har behandlats men prenumerationen fortfarande är inaktiverad, <a data-l10n-name="support">kontakta supporten</a>. Om tjänsten redan har avslutats kan du även <a data-l10n-name="reactivate">återaktivera prenumerationen</a>.
article-no-email-heading = Får du ingen e-post om fakturering?
article-no-email = Om du är kontoadministratör kan du <a data-l10n-name="profile">kontrollera vilken e-postadress som används för aviseringar</a>. Vi rekommenderar en adress där du läser din e-post regelbundet. Om adressen stämmer kan du titta i skräppostmappen.
article-consequence-heading = Vad händer om beloppet inte betalas?
article-consequence =
    { $retentionDays ->
        [one] Tjänsten avslutas och dess resurser är inte längre tillgängliga. Dina data tas bort { $retentionDays } dag efter att tjänsten har avslutats. Läs mer om <a data-l10n-name="data-policy">hur vi hanterar dina data</a>.
       *[other] Tjänsten avslutas och dess resurser är inte längre tillgängliga. Dina data tas bort { $retentionDays } dagar efter att tjänsten har avslutats. Läs mer om <a data-l10n-name="data-policy">hur vi hanterar dina data</a>.
    }
article-help-heading = Behöver du fortfarande hjälp?
article-help = <a data-l10n-name="support">Kontakta supporten</a> så får du snabbt hjälp att lösa problemet.
