help = Need help?
