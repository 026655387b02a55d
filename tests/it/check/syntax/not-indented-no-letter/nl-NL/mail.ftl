help = Hulp
(nodig)?
