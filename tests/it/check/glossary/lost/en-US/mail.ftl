# A text.
help = Contact Contoso Support.
