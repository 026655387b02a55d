help = Hulp nodig? <A data-l10n-name="support">Neem contact op</A>.
