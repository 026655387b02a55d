help = Need help?
closing = Thank you,
