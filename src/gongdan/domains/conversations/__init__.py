"""Conversations: exchanges with one party over one channel, with a stream, messages and an agent of their own.

Owns conversations, their messages, and which tickets they are linked to. Promises one event for each message: in the
log of the ticket whose clocks it moves (``ticket.message_added``, which tickets append), else in the conversation's own
stream. Leaves to tickets what a message means for a ticket, and to channels how it gets to its party.

``choice`` which ticket a message belongs to · ``model`` the fold of the stream · ``access`` the doors to rows ·
``commands`` begin, say, join, hand over, transfer, close, rate, link, unlink.
"""
