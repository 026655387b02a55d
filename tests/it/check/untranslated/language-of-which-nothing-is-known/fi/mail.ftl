pay = Pay now
