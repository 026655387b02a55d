help = <a data-l10n-name="support">Vraag of <a data-l10n-name="profile">kijk</a></a>.
