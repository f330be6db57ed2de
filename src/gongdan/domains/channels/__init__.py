"""Channels: how words reach us and leave us.

Owns channel accounts with their sealed secrets, what came in, raw, and what became of it (``inbound``), and the outbox
(``outbound``); ``mail`` is the channel of mailboxes. Promises: whatever came in is stored before it is read, and is
settled exactly once and visibly; a reply and its delivery commit together, and nothing is sent twice but a reply whose
fate is unknown, under its own Message-ID. Leaves to others: what tickets do with a message (tickets), which notices
there are (notifications), bytes of files (files, ``infra/storage``).
"""
