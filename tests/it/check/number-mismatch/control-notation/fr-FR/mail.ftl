fee = La limite est de 1 500,50 points ou 12 345 avec MP3 et INV-0042, sur https://example.com/404.
