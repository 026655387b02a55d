help = Hulp nodig? <a data-l10n-name="support" onclick="x()">Neem contact op</a>.
