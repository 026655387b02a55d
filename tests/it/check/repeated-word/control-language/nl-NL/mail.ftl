help = Wij zien elkaar als u u aanmeldt.
