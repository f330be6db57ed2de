"""Requests as they are read: bodies in one form and whole faults (``body``), parameters (``parameters``)."""
