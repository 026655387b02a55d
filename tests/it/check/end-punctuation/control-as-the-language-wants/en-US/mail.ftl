# A text.
hello = Hello,

# A text.
thanks = Thank you,

# A text.
help = Need help?

# A text.
what = What happens to your data

# A text.
name = Contoso, Inc

# A text.
quote = It says “yes.”

# A text.
wow = Thanks!
