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

# Row heading: the date on which the payment was due stands beside it. It may stand below the card: say whose date it is.
fact-due-date = Payment due date

# Row heading: the card stands beside it.
fact-card = Card

# The card, in the table of facts.
# $cardBrand (string): the card's brand. Example: Visa
# $cardLast4 (string): the last four digits of the card. Example: 4242
fact-card-value = { $cardBrand } ending in { $cardLast4 }

# Row heading: the invoice's number stands beside it.
fact-invoice = Invoice

# Row heading: the date on which the failed charge is tried again stands beside it.
fact-next-attempt = Next payment attempt

# Row heading: the date on which the service is canceled if nothing is paid stands beside it.
fact-service-ends = Cancellation date

# Row heading: the date on which the service was canceled stands beside it.
fact-service-ended = Canceled on

# Row heading: the date on which the data is deleted stands beside it.
fact-data-deleted = Data deletion date

# One fact in the plain-text mail: heading, punctuation, value.
# $label (string): the row heading. Example: Amount due
# $value (string): what stands beside it. Example: $1,234.50
text-fact = { $label }: { $value }

## The button

# The button of mails about a card.
button-update-payment = Update payment information

# The button of mails about an invoice; it opens the Account Center, where the invoice can be seen.
button-view-invoice = View the invoice

## How to resolve it

# Heading above the list of steps.
resolve-heading = How to resolve this

# Step: the bank declined the charge.
step-card-declined = <a data-l10n-name="change-card">Change the card</a> used for this subscription, or contact your bank to find out why the charge was declined.

# Step: the card has expired.
step-card-expired = <a data-l10n-name="change-card">Change the card</a> used for this subscription. If you don’t have a new card yet, contact your bank.

# Step: the charge failed and nobody said why.
step-card-unknown = Check the card details, or <a data-l10n-name="change-card">change the card</a> used for this subscription. If the details are correct, contact your bank.

# Step: what happens once the card has been changed. The reader must understand that nothing has to be paid separately.
# $amount (money): the amount that is owed. Example: $1,234.50
step-all-charges = As soon as you update your payment information, we’ll charge the outstanding balance of { MONEY($amount) } in full, along with any unpaid amounts for your other { -brand } services. You don’t need to make a separate payment.

# Step: when the failed charge is tried again by itself.
# $nextAttemptOn (date): the day of the next charge. Example: November 24, 2026
step-next-attempt = If the balance is still unpaid on { DATETIME($nextAttemptOn) }, we’ll try to charge the card on file again.

# Step: how the invoice is paid.
# $amount (money): the amount that is owed. Example: $1,234.50
step-invoice = Pay the outstanding balance of { MONEY($amount) } in full, following the payment instructions at the bottom of the invoice. If you need help, <a data-l10n-name="support">contact support</a>.

# Step: nobody saw the bill, because the person who got it is gone.
step-administrator-left = If earlier notices were missed because the previous Account Administrator left the company or changed roles, <a data-l10n-name="support">contact support</a>.

# Step: paid, and still no service. Not in the mail about a canceled service.
step-still-disabled = If your payment has been processed but you can’t use the subscription, <a data-l10n-name="support">contact support</a>.

## What follows

# Heading above the paragraph that says what follows.
consequence-heading = What happens if the balance isn’t paid

# What follows, when the day on which the service ends is known.
# $retentionDays (number): days from the end of the service until the data is deleted. Example: 90
# $serviceEndsOn (date): when the service is canceled. Example: December 1, 2026
# $dataDeletedOn (date): when the data is deleted. Example: March 1, 2027
consequence-dated =
    { $retentionDays ->
        [one] The service will be canceled on { DATETIME($serviceEndsOn) }, and its resources will no longer be available. Your data will be deleted { $retentionDays } day later, on { DATETIME($dataDeletedOn) }.
       *[other] The service will be canceled on { DATETIME($serviceEndsOn) }, and its resources will no longer be available. Your data will be deleted { $retentionDays } days later, on { DATETIME($dataDeletedOn) }.
    }

# What follows, when the day on which the service ends is not known yet.
# $retentionDays (number): days from the end of the service until the data is deleted. Example: 90
consequence-undated =
    { $retentionDays ->
        [one] The service will be canceled, and its resources will no longer be available. Your data will be deleted { $retentionDays } day after the service ends.
       *[other] The service will be canceled, and its resources will no longer be available. Your data will be deleted { $retentionDays } days after the service ends.
    }

# Last sentence of that section.
data-policy = Learn more about <a data-l10n-name="data-policy">how we manage your data</a>.

## Help and footer

# Heading above the paragraph about help.
help-heading = Need help?

# The paragraph about help.
help = <a data-l10n-name="support">Contact support</a>, and we’ll help you resolve this quickly.

# For a reader who has paid in the meantime. Not in the mail about a canceled service.
already-paid = If you’ve already paid, please disregard this message.

# Keeping the address current, near the end of every mail.
profile = We send billing emails to the address in your profile. Please <a data-l10n-name="profile">make sure that it’s one you check regularly</a>.

# Footer, small print: why this person gets this mail.
# $accountName (string): the account's name. Example: De Vries B.V.
footer-why = Because you’re the Account Administrator for { $accountName }, you’re receiving this email.

# Footer, small print: protects the reader against imitations of this mail.
footer-safety = We’ll never ask you for card numbers or passwords by email.
