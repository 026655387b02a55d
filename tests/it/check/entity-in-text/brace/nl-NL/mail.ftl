help = Hulp &lt;nodig&gt;?
