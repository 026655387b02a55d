-brand = Example Cloud
help = { -brand } en { -brand }
