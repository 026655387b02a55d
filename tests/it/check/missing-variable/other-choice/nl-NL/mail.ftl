left = { $stage ->
    [final] Laatste: { $daysLeft ->
        [one] morgen
       *[other] over { $daysLeft } dagen
    }
   *[other] { $accountName }: { $daysLeft ->
        [one] morgen
       *[other] over { $daysLeft } dagen
    }
}
