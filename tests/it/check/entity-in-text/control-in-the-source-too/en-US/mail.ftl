help = Q&amp;A
