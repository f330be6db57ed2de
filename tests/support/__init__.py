"""What several areas of tests share: what the worker does, how time grows, what is waited for."""
