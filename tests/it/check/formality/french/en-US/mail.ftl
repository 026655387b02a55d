# A text.
profile = Use an address that you check regularly.
