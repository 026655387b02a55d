help = <a class="big">Ask</a>
