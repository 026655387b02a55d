title = { $platform ->
    [windows] Ramen
    [android] Robot
    [macos] Appel
   *[other] Rest
}
