"""What comes in: stored raw and committed first, then settled exactly once (spec 05).

``intake`` receives and has all settled in batches: ``verdict`` decides (pure), ``settling`` carries it out. ``rows``
are the statements on our tables.
"""
