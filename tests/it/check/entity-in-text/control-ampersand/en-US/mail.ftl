help = R&D and Q & A
