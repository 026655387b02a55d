help =
    .title = Naar de hulp
