# A text.
request = Pay.  It is easy.
