file = Bekijk het in het archief op bestand.
