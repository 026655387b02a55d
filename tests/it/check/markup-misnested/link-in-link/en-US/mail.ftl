help = <a data-l10n-name="support">Ask</a> or <a data-l10n-name="profile">look</a>.
