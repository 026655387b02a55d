help = <a>Ask</a>
