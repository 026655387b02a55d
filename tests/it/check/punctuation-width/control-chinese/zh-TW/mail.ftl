help = 於 12:30 向 Contoso, Inc. 支付 1,234.50（90 天），請參閱 https://example.com/a,b。
