"""Numbered releases of the policy: what is stored (``reading``), and how one is made (``publishing``)."""
