payment-failed-heading = payment-failed-heading
