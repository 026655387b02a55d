help = <a data-l10n-name="support">Contactez le support</a>: nous vous aidons.
