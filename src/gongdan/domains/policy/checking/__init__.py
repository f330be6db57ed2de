"""What is asked of every bundle, whatever section it stands in, and how findings are told."""
