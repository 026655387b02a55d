signature = Uw foto‘s, foto´s en foto`s
