# A text.
ended = The service has ended.
