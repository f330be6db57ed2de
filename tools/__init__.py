"""What builds and checks the repository. ``tools.prepare`` needs nothing but Python's standard library."""
