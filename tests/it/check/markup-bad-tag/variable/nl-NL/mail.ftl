help = <a data-l10n-name="{ $accountName }">Vraag</a>
