# A text.
greeting = Hello, update your payment information.
