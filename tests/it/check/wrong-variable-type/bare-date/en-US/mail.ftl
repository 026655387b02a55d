due = Pay now.
