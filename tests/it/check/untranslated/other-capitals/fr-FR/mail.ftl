pay = Pay Now
