help = R&D en Q & A; AT&T
