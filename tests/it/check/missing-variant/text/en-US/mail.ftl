title = { $platform ->
    [windows] Win
    [android] And
   *[other] Else
}
