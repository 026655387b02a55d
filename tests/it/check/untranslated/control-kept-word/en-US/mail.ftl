# A text.
name = Pay Later
