left = { $n ->
    [one] <a data-l10n-name="support">Vraag</a> binnen { $n } dag
   *[other] <a data-l10n-name="support">Vraag</a> binnen { $n } dagen
}.
