card = De creditcard op bestand is verlopen.
