# A text.
help = Hello, pay now. Thanks.
