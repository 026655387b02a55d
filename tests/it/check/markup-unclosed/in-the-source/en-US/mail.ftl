help = <a data-l10n-name="support">Ask.
