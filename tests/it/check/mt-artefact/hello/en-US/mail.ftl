# A text.
canceled = The service is canceled.
