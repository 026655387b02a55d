all = Todo lo que tenemos que hacer
