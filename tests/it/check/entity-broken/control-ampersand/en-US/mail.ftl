help = R&D and Q & A; AT&T
