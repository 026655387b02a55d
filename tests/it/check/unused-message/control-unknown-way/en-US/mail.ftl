# The greeting.
hello = Hello!

# The old greeting.
old-hello = Good day!
