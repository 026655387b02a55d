help = Pay<br>now.
