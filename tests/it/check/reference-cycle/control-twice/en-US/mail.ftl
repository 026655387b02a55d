-brand = Example Cloud
help = { -brand } and { -brand }
