help = Hulp nodig？Vraag het：betaal ９０。
