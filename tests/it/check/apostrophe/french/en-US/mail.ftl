# A text.
signature = The { -brand } team of the service
-brand = Example Cloud
