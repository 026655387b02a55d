# A text.
account = Account

# A text.
support = Support

# A text.
contact = Contact
