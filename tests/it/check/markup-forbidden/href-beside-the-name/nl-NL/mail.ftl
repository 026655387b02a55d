help = Hulp nodig? <a data-l10n-name="support" href="https://evil.example">Neem contact op</a>.
