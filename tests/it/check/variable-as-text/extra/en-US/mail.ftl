request = Pay now.
