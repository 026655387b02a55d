help = Hulp nodig? <a data-l10n-name="ondersteuning">Neem contact op</a>.
