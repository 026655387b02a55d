left = { $n ->
    [one] <a data-l10n-name="support">Vraag</a> binnen { $n } dag.
   *[other] Vraag binnen { $n } dagen.
}
