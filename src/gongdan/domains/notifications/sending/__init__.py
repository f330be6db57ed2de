"""Bringing notices to people where they do not look by themselves: planned with the notice, handed over when due."""
