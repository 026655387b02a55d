# A text.
# $accountName (string): a value. Example: De Vries B.V.
help = Use Azure (90 days) in “{ $accountName }”: T-shirt, 3D.
