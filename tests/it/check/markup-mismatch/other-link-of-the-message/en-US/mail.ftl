help = Open the <a data-l10n-name="account-center">account center</a> or the <a data-l10n-name="portal">portal</a>.
