help = Q&amp;A en d&eacute;tail
