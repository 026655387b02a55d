### Hulp
##
#
help=Hulp
    nodig

    bij { "{" }de { 1.5 } betaling{ -1 }?
.title = Hulp
days = { $retentionDays ->
    [one] Nog één dag
    *[ other ]
        Nog { $retentionDays }
        dagen
    }
