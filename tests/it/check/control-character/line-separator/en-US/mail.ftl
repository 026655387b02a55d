# A text.
help = Need help? Ask us.
