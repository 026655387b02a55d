-service = { $case ->
    [genitive] tjänstens
   *[nominative] tjänsten
}
end = { -service(cas: "genitive") } slut
