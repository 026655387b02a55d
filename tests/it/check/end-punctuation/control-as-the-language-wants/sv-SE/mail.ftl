hello = Hej!
thanks = Vänliga hälsningar
help = Behöver du hjälp?
what = Det här händer med dina data
name = Contoso AB
quote = Det står ”ja”.
wow = Tack!
