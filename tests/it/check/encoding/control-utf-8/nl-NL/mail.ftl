help = Hulp bij één betaling? 繳費 😀
