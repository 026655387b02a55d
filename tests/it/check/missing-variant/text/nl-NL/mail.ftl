title = { $platform ->
    [windows] Ramen
   *[other] Rest
}
