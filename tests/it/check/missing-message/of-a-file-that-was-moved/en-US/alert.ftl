# Alert.
alert = Alert
# Alert.
alert-more = More
