-service = { $naamval ->
    [genitief] dienstens
   *[nominatief] dienst
}
end = Het einde van de { -service(naamval: "genitief") }
