# A text.
greeting = Hello, pay now: is it done? Thanks!
