# A text.
help = The word “您好，” is Chinese.
