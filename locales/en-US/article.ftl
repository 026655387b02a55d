### The guidance article: a help page that lists every case. It names no account and no amount.

# Title of the page.
article-title = Resolve a past-due balance for your { -brand } subscription

# First paragraph; the quoted message follows it.
article-intro = If we don’t receive your payment or can’t process it, you get an email, or you see an alert in the <a data-l10n-name="account-center">Account Center</a> or the <a data-l10n-name="portal">{ -brand } portal</a>. The message may read like this:

# The quoted message, set apart from the text.
article-quote = We couldn’t charge your credit card for your subscription. To prevent an interruption of your service, please update your payment information.

# After the quoted message; the steps follow under their heading.
article-update = <a data-l10n-name="update-payment">Update your payment information</a>, or follow the steps below that fit your case.

# Heading above the steps.
article-resolve-heading = Resolve the past-due balance

# Step: the card.
article-step-card = If the card on file was declined or has expired, <a data-l10n-name="change-card">change the card used for the subscription</a> or contact your bank. As soon as the payment method is updated, we process all outstanding charges, including those for your other { -brand } services.

# Step: the invoice.
article-step-invoice = If you pay by invoice, send your payment as shown at the bottom of the invoice. If you need help with it, <a data-l10n-name="support">contact support</a>.

# Step: the whole balance must be paid.
article-step-pay-in-full = Pay the outstanding balance in full.

# Step: nobody saw the bill, because the person who got it is gone.
article-step-administrator-left = If nobody saw the bill because the Account Administrator left the company or changed roles, <a data-l10n-name="support">contact support</a>.

# Step: paid, and still no service.
article-step-still-disabled = If your payment has been processed but the subscription is still disabled, <a data-l10n-name="support">contact support</a>. If the service has already been canceled, you can also <a data-l10n-name="reactivate">reactivate the subscription</a>.

# Heading above the paragraph about missing mail.
article-no-email-heading = Not getting billing email?

# What an administrator who gets no mail can do.
article-no-email = If you’re the Account Administrator, <a data-l10n-name="profile">check which email address is used for notifications</a>. We recommend an address that you read regularly. If the address is right, look in your spam folder.

# Heading above the paragraph that says what follows.
article-consequence-heading = What happens if the balance isn’t paid?

# What follows.
# $retentionDays (number): days from the end of the service until the data is deleted. Example: 90
article-consequence =
    { $retentionDays ->
        [one] The service is canceled, and its resources are no longer available. Your data is deleted { $retentionDays } day after the service has ended. Read more about <a data-l10n-name="data-policy">how we manage your data</a>.
       *[other] The service is canceled, and its resources are no longer available. Your data is deleted { $retentionDays } days after the service has ended. Read more about <a data-l10n-name="data-policy">how we manage your data</a>.
    }

# Heading above the paragraph about help.
article-help-heading = Still need help?

# The paragraph about help.
article-help = <a data-l10n-name="support">Contact support</a> to get this resolved quickly.
