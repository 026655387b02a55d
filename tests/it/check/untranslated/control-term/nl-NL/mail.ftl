-brand = Example Service
name = { -brand }
