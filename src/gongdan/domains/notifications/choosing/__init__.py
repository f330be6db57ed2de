"""How each member wants to be told: which meanings where, quiet hours, digests; and what the workspace says of it."""
