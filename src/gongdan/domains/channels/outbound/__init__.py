"""What goes out: the outbox, filled in the transaction of the reply or notice, and emptied by ``sender`` (spec 01, side
effects on the world; spec 05, outbox).

``queueing`` is the pure part that a reply's decision calls, ``notices`` queues what the system says, ``outbox`` holds
the statements.
"""
