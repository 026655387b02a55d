# A text.
help = Need help? “Yes”.
