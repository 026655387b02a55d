# A text.
notice = This is the final notice.
