"""Verbs of work: load, decide, apply."""
