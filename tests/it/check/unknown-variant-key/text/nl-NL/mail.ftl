title = { $platform ->
    [window] Ramen
    [android] Robot
   *[other] Rest
}
