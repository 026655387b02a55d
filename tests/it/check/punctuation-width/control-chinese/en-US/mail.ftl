# A text.
help = At 12:30, pay 1,234.50 to Contoso, Inc. (90 days), see https://example.com/a,b.
