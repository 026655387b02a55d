# A text.
request = Please pay the invoice as soon as possible.
