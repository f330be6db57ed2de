"""Tickets: the core of the business.

Owns the ticket's state, its events and every change of it. Promises that the live row is the fold of the log, and that
nothing changes a ticket in another way than by a command. Leaves to others: clocks (sla), who gets it (routing), what
is sent (channels, notifications), what is shown (inbox).

``http`` what the staff ask for · ``commands`` what people, channels and workers ask for · ``desk`` where a command
works: it loads, decides, queues · ``engine`` how a decision is made · ``subjects`` what can be true of a ticket and
happen to it · ``deciders`` what answers events by itself · ``fields`` its attributes, and the words in which conditions
speak of it · ``intents`` and ``events`` gathered from the subjects.
"""
