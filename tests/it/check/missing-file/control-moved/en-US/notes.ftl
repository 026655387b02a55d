### Nothing yet.
