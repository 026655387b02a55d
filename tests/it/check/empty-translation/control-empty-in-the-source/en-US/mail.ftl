# A gap.
help = { "" }
# A gap.
gap = { "" }
