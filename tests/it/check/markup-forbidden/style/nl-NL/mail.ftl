help = Hulp nodig? <a data-l10n-name="support" style="color:red">Neem contact op</a>.
