# A text.
help = Need help? Ask: it is free; really!
