# A text.
subject = Your payment <strong>failed</strong>
