# A text.
text =
    Pay now.
      It is easy.
