help = 使用 Azure（90 天）於「{ $accountName }」：T恤、3D。
