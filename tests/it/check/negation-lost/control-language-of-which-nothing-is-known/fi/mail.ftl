charge = Se onnistui.
