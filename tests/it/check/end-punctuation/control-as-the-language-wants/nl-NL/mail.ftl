hello = Beste klant,
thanks = Met vriendelijke groet,
help = Hulp nodig?
what = Wat gebeurt er met uw gegevens?
name = Contoso B.V.
quote = Er staat “ja”.
wow = Bedankt.
