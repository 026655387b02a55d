name = Pay Later
