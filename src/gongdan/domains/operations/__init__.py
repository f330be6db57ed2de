"""Long work (spec 11.4): it is previewed, started, runs in small chunks in workers, and can be cancelled and undone.

This domain owns an operation, its items and the lease under which one worker carries it out. What is done to an item is
its kind's, which the domain that owns it declares as a ``kinds.Kind`` and wiring lists.

``kinds`` the shapes · ``rows`` every statement · ``commands`` what people ask · ``runner`` what workers do.
"""
