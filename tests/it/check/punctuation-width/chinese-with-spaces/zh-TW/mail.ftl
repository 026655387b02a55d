greeting = 您好, 請付款: 完成了嗎? 謝謝!
