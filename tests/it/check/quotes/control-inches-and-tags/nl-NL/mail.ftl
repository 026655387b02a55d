size = Een scherm van 5": <a data-l10n-name="support">vraag het</a>.
