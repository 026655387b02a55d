help = Hulp nodig? <a data-l10n-name="support">Neem contact op</a>.<img src="https://evil.example/x.png">
