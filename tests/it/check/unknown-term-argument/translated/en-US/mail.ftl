-service = { $case ->
    [genitive] service’s
   *[nominative] service
}
end = The { -service(case: "genitive") } end
