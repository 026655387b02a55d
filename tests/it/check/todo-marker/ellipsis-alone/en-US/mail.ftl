closing = Thank you,
