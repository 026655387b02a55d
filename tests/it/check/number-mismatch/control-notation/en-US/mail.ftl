# A text.
fee = The limit is 1,500.50 points or 12,345 with IPv6 and INV-2026-0042, at https://example.com/404.
