"""``make screenshots``: the pictures in ``docs/images``, of the demo at an instant that never changes."""
