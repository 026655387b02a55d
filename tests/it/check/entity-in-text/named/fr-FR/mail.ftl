help = Besoin d&rsquo;aide&nbsp;?
