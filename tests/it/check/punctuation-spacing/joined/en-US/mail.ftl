# A text.
help = If you pay, we help. Your bank knows.
