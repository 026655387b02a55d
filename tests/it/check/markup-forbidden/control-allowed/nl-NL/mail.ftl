help = <a href="https://example.com/">Vraag</a>
