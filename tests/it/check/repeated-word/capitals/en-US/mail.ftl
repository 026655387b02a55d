# A text.
help = In this article
