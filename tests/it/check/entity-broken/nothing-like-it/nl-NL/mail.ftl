help = Hulp&onzin;?
