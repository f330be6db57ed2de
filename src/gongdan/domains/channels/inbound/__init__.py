"""What comes in: stored raw and committed first, then settled exactly once (spec 05).

``intake`` receives and has all settled in batches: ``letters`` reads the mails, ``facts`` looks up what is known,
``verdict`` decides (pure), ``settling`` carries it out. ``rows`` are the statements on our tables; ``poller`` and
``importing`` bring the mails.
"""
