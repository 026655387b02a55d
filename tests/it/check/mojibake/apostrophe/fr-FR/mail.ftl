help = Nous pouvons vous aider, câ€™est simple.
