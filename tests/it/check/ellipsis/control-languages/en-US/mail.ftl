# A text.
wait = Please wait… see ../x.
