help =
    Need help?
