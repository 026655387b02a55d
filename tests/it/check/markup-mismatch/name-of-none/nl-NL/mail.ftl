help = <a data-l10n-name="support">Vraag</a>
