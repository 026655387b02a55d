# A text.
help = Need help? Ask: pay 90.
