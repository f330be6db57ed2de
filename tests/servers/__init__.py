"""Real servers for tests, each started in a folder of its own on a free loopback port."""
