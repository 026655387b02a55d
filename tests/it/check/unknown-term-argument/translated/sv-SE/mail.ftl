-service = { $case ->
    [genitive] tjänstens
   *[nominative] tjänsten
}
end = { -service(kasus: "genitive") } slut
