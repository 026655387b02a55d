left = <a data-l10n-name="support">Vraag { $n ->
    [one] binnen { $n } dag</a>
   *[other] binnen { $n } dagen</a>
}
