help = <a data-l10n-name="support">Neem contact op</a>
