help = <a data-l10n-name="support">Vraag { $accountName }</a>.
