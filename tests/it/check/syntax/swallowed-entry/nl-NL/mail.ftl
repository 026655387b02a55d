pay = Betaal {
help = Hulp & nodig &amp;?
