closing = Groet,
