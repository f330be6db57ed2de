"""Verbs over several tickets."""
