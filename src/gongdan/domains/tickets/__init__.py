"""Tickets: the core of the business.

Owns the ticket's state, its events and every change of it: a command loads through ``access``, decides in ``settle``
(pure: ``decide``, ``reactions``, what wiring registers), and queues what ``writes`` makes of the decision. Promises
that the live row is the fold of the log, and that nothing changes a ticket in another way. Leaves to others: clocks
(sla), who gets it (routing), what is sent (channels, notifications), what is shown (inbox).
"""
