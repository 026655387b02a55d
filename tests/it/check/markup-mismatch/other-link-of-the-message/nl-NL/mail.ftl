help = Open het <a data-l10n-name="portal">accountcentrum</a> of de <a data-l10n-name="portal">portal</a>.
