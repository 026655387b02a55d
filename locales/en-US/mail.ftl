### What every mail shares: greeting, facts, steps, help, signature and footer.
###
### Links stand in a sentence as <a data-l10n-name="support">words</a>.
### Translate the words, keep the name, and write no address: the program knows it.

## Greeting and signature

# First line of every mail, when the administrator's name is known.
# $administratorName (string): the person's name as given. Example: Anneke de Vries
greeting = Hello { $administratorName },

# First line of every mail, when no name is known. A complete greeting of its own.
greeting-nameless = Hello,

# Closing words, on a line of their own above the signature.
closing = Thank you,

# The signature, below the closing words.
signature = The { -brand } team

## The table of facts

# Caption of the table of facts; screen readers announce it.
facts-caption = Payment details

# Row heading: the account's name stands beside it.
fact-account = Account

# Row heading: the subscription's name stands beside it.
fact-subscription = Subscription

# Row heading: the amount stands beside it.
fact-amount-due = Amount due

# Row heading: the date on which the payment was due stands beside it.
fact-due-date = Due date

# Row heading: the card stands beside it.
fact-card = Card

# The card, in the table of facts.
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
fact-card-value = { $cardBrand } ending in { $cardLast4 }

# Row heading: the invoice's number stands beside it.
fact-invoice = Invoice

# Row heading: the date of the next charge stands beside it.
fact-next-attempt = Next attempt

# Row heading: the date on which the service will be canceled stands beside it.
fact-service-ends = Service ends

# Row heading: the date on which the service was canceled stands beside it.
fact-service-ended = Service ended

# Row heading: the date on which the data is deleted stands beside it.
fact-data-deleted = Data deletion

# One fact in the plain-text mail: heading, punctuation, value.
# $label (string): the row heading. Example: Amount due
# $value (string): what stands beside it. Example: $1,234.50
text-fact = { $label }: { $value }

## How to resolve it

# Heading above the list of steps.
resolve-heading = How to resolve this

# Step: the bank declined the charge.
step-card-declined = <a data-l10n-name="change-card">Change the card</a> used for this subscription, or contact your bank to find out why the charge was declined.

# Step: the card has expired.
step-card-expired = <a data-l10n-name="change-card">Change the card</a> used for this subscription. If you don’t have a new card yet, contact your bank.

# Step: the charge failed and nobody said why.
step-card-unknown = <a data-l10n-name="change-card">Check or change the card</a> used for this subscription, or contact your bank.

# Step: what happens once the card has been changed.
step-all-charges = As soon as your payment method is updated, we process all outstanding charges, including those for your other { -brand } services.

# Step: when the charge is tried again by itself.
# $nextAttemptOn (date): the day of the next charge. Example: November 24, 2026
step-next-attempt = We’ll try to charge the card again on { DATETIME($nextAttemptOn) }.

# Step: how an invoice is paid.
step-invoice = Send your payment as shown at the bottom of the invoice. If you need help with it, <a data-l10n-name="support">contact support</a>.

# Step: the whole balance must be paid.
# $amount (money): the amount that is owed. Example: $1,234.50
step-pay-in-full = Pay the outstanding balance of { MONEY($amount) } in full.

# Step: nobody saw the bill, because the person who got it is gone.
step-administrator-left = If nobody saw the bill because the previous Account Administrator left the company or changed roles, <a data-l10n-name="support">contact support</a>.

# Step: paid, and still no service.
step-still-disabled = If your payment has been processed but the subscription is still disabled, <a data-l10n-name="support">contact support</a>.

# Step, only in the mail about a canceled service: how to get it back after paying.
step-reactivate = Once the balance is paid, <a data-l10n-name="reactivate">reactivate the subscription</a>.

## What follows

# Heading above the paragraph that says what follows.
consequence-heading = What happens if the balance isn’t paid

# What follows, when the day on which the service ends is known.
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
# $retentionDays (number): days from then until the data is deleted. Example: 90
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
consequence-dated =
    { $retentionDays ->
        [one] The service is canceled on { DATETIME($serviceEndsOn) }, and its resources are no longer available. Your data is deleted { $retentionDays } day after the service has ended, on { DATETIME($dataDeletedOn) }.
       *[other] The service is canceled on { DATETIME($serviceEndsOn) }, and its resources are no longer available. Your data is deleted { $retentionDays } days after the service has ended, on { DATETIME($dataDeletedOn) }.
    }

# What follows, when the day on which the service ends is not known yet.
# $retentionDays (number): days from the end of the service until the data is deleted. Example: 90
consequence-undated =
    { $retentionDays ->
        [one] The service is canceled, and its resources are no longer available. Your data is deleted { $retentionDays } day after the service has ended.
       *[other] The service is canceled, and its resources are no longer available. Your data is deleted { $retentionDays } days after the service has ended.
    }

# Last sentence of that section.
data-policy = Read more about <a data-l10n-name="data-policy">how we manage your data</a>.

## Help and footer

# Heading above the paragraph about help.
help-heading = Need help?

# The paragraph about help.
help = <a data-l10n-name="support">Contact support</a>, and we’ll help you resolve this quickly.

# For a reader who has paid in the meantime.
already-paid = If you’ve already paid, you can ignore this message.

# Keeping the address current, near the end of every mail.
profile = We send billing email to the address in your profile. <a data-l10n-name="profile">Check your profile</a> now and then, and use an address that you read regularly.

# Footer, small print: why this person gets this mail.
# $accountName (string): the account's name. Example: De Vries B.V.
footer-why = You are the Account Administrator of { $accountName }, which is why you receive this email.

# Footer, small print: protects the reader against imitations of this mail.
footer-safety = We never ask for card numbers or passwords by email.
