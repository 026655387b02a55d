-- When the bounce of a mail was noted.
ALTER TABLE notices ADD COLUMN bounced_at INTEGER;
