size = 5' breed
