# A text.
# $accountName (string): a value. Example: De Vries B.V.
charge = Pay invoice no. { $accountName } now.
