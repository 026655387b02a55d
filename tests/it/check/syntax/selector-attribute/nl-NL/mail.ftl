days = { help.title ->
    [one] Nog één dag
   *[other] Nog { $retentionDays } dagen
}
help = Hulp nodig?
