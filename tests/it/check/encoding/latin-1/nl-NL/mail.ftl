help = Hulp bij één betaling?
more = Dag
