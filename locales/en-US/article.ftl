### The guidance article: a help page that lists every case. It names no account and no amount.

# Title of the page.
article-title = Resolve a past-due balance for your { -brand } subscription

# First paragraph; the quoted message follows it.
article-intro = If we don’t receive your payment or can’t process it, you’ll get an email or see an alert in the <a data-l10n-name="account-center">Account Center</a> or the <a data-l10n-name="portal">{ -brand } portal</a>. The message may look like this:

# The quoted message, set apart from the text.
article-quote = We couldn’t charge your credit card for your subscription. To prevent an interruption of your service, please update your payment information.

# After the quoted message; the cases follow under their heading.
article-update = <a data-l10n-name="update-payment">Update your payment information</a>, or find the situation below that applies to you.

# Heading above the cases.
article-resolve-heading = How to resolve a past-due balance

# Case: the card.
article-step-card = If the card on file was declined or has expired, <a data-l10n-name="change-card">change the card used for the subscription</a> or contact your bank. As soon as you update your payment information, we’ll charge the outstanding balance in full, along with any unpaid amounts for your other { -brand } services.

# Case: the invoice.
article-step-invoice = If you pay by invoice, pay the outstanding balance in full, following the payment instructions at the bottom of the invoice. If you need help, <a data-l10n-name="support">contact support</a>.

# Case: nobody saw the bill, because the person who got it is gone.
article-step-administrator-left = If notices were missed because the previous Account Administrator left the company or changed roles, <a data-l10n-name="support">contact support</a>.

# Case: canceled already, or paid and still no service.
article-step-still-disabled = If the subscription has already been canceled, pay the outstanding balance first and then <a data-l10n-name="reactivate">reactivate the subscription</a> before your data is deleted. If your payment has been processed but the subscription is still disabled after that, <a data-l10n-name="support">contact support</a>.

# Heading above the paragraph about missing mail.
article-no-email-heading = Not getting billing emails?

# What an administrator who gets no mail can do.
article-no-email = If you’re the Account Administrator, <a data-l10n-name="profile">check which email address is used for notifications</a>. Use an address that you check regularly. If the address is correct, look in your spam folder.

# Heading above the paragraph that says what follows.
article-consequence-heading = What happens if the balance isn’t paid

# What follows.
# $retentionDays (number): days from the end of the service until the data is deleted. Example: 90
article-consequence =
    { $retentionDays ->
        [one] If we don’t receive your payment, the service will be canceled, and its resources will no longer be available. If a date has been set, you’ll find it in our email. Your data will be deleted { $retentionDays } day after the service ends. Learn more about <a data-l10n-name="data-policy">how we manage your data</a>.
       *[other] If we don’t receive your payment, the service will be canceled, and its resources will no longer be available. If a date has been set, you’ll find it in our email. Your data will be deleted { $retentionDays } days after the service ends. Learn more about <a data-l10n-name="data-policy">how we manage your data</a>.
    }

# Heading above the paragraph about help.
article-help-heading = Still need help?

# The paragraph about help.
article-help = <a data-l10n-name="support">Contact support</a>, and we’ll help you resolve the problem quickly.
