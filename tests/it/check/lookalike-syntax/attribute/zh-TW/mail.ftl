help = 需要協助？
    .title ＝ 協助 ｛ $accountName ｝
