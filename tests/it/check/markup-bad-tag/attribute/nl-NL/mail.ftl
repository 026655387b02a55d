help = Hulp nodig? <a data-l10n-nam="support">Neem contact op</a>.
