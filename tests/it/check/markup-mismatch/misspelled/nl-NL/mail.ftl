help = Hulp nodig? <a data-l10n-name="suport">Neem contact op</a>.
