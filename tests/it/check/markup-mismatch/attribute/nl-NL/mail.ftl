help = <a class="groot">Vraag</a>
