# The question.
help = Need help?
