# A text.
help = <a data-l10n-name="support">Contact support.</a>
