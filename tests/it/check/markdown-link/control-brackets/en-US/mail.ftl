help = Ask [us] (now).
