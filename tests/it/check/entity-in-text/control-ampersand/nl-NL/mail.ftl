help = R&D en Q & A
