# A text.
profile = Use an address that you check. Your data, in a friendly tone.
