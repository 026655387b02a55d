help = <a data-l10n-name="profile">Kijk</a> of <a data-l10n-name="support">vraag</a>.
