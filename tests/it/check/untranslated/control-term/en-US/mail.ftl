-brand = Example Service

# A text.
name = { -brand }
