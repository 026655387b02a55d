bill = ‮تشکر
