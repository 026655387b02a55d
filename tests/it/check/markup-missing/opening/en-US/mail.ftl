help = Need help? <a data-l10n-name="support">Contact support</a>.
