title = { $stage ->
    [first] First reminder
    [reminder] Second reminder
   *[final] Last reminder
}
