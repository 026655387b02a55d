help = <a title="Vraag ons">Vraag</a>
