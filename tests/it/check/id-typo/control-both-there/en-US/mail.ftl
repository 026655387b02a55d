# A heading.
help = Help
# A heading.
helps = Helps
