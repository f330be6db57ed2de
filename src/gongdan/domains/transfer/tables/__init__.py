"""Tickets as a kind of import: the columns of a table, and how its words are read back."""
