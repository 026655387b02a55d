help = <a data-l10n-name="profile">Kijk</a> of vraag.
