# Alert.
alert = Alert
