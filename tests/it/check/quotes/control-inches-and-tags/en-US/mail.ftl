# A text.
size = A 5" screen: <a data-l10n-name="support">ask</a>.
