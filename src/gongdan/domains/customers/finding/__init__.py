"""Who is meant by what somebody types, and who may be the same person."""
