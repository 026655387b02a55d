help-heading = Hebt u vragen?
