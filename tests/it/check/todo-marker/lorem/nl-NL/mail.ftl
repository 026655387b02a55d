help = Lorem ipsum dolor?
