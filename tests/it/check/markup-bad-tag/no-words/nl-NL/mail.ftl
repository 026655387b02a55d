help = Hulp nodig? Neem contact op <a data-l10n-name="support"></a>.
