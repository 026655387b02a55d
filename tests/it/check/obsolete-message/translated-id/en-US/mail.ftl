help = Need help?
closing = Thank you,
signature = The team
