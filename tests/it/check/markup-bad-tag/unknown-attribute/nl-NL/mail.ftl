help = Hulp nodig? <a data-l10n-name="support" class="x">Neem contact op</a>.
