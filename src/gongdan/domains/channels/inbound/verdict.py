"""What becomes of a mail (spec 05, threading and loops). Pure: facts in, verdict out.

Nothing is lost: what makes no ticket and no message is kept with its reason, and what no rule can settle is held for a
person. Machine mail never reopens, never answers anything, and never causes a notice.
"""

from typing import Literal

import msgspec

from gongdan.domains.channels.email.threading import KnownFacts, ThreadDecision, decide
from gongdan.domains.channels.errors import Flooding, SenderMissing
from gongdan.domains.channels.inbound.letters import Letter

TICKETS_PER_HOUR = 30
"""One sender opens at most so many by mail; further ones are held."""
MESSAGES_PER_HOUR = 60
"""One ticket takes at most so many from customers; further ones are held."""

Reason = Literal["own", "bounce", "feedback", "auto_reply", "closed_ticket"]


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    handle: str
    person_id: int
    is_member: bool
    opened: int
    """Tickets that he opened by mail within the last hour."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked up for one mail."""

    thread: KnownFacts
    sender: Sender | None
    own_addresses: frozenset[str]
    is_own: bool
    """We sent it."""
    repeats: int | None
    """The settled mail that it is a copy of."""
    closed: frozenset[int]
    requested: frozenset[int]
    """Tickets that the sender asked for."""
    written: dict[int, int]
    """Ticket → messages of customers within the last hour."""


class Repeat(msgspec.Struct, frozen=True):
    of: int


class Ignore(msgspec.Struct, frozen=True):
    reason: Reason
    ticket_id: int | None = None


class Hold(msgspec.Struct, frozen=True):
    code: str


class Join(msgspec.Struct, frozen=True):
    thread: ThreadDecision
    ticket_id: int
    is_note: bool
    """Written by one of us who is not its requester, whatever else he is to it: customers do not see it."""
    is_closed: bool


class Open(msgspec.Struct, frozen=True):
    thread: ThreadDecision


Verdict = Repeat | Ignore | Hold | Join | Open


def judge(letter: Letter, known: Known) -> Verdict:
    """The first rule that holds, in the order of this function."""
    if known.repeats is not None:
        return Repeat(known.repeats)
    if known.is_own or letter.sender in known.own_addresses:
        return Ignore("own")

    kind = letter.judgement.kind
    thread = decide(letter.asked, known.thread)
    if kind in ("bounce", "feedback"):
        return Ignore(kind, thread.ticket_id)
    if thread.ticket_id is not None:
        return _join(letter, known, thread, thread.ticket_id)
    if kind == "auto_reply":
        return Ignore("auto_reply")
    if not letter.mail.sender.is_reachable:
        return Hold(SenderMissing.code)
    if known.sender and known.sender.opened >= TICKETS_PER_HOUR and letter.row.account_id:
        return Hold(Flooding.code)
    return Open(thread)


def _join(letter: Letter, known: Known, thread: ThreadDecision, ticket_id: int) -> Verdict:
    is_closed = ticket_id in known.closed
    if letter.is_machine and is_closed:
        return Ignore("closed_ticket", ticket_id)
    if not letter.mail.sender.is_reachable:
        return Hold(SenderMissing.code)
    if known.written.get(ticket_id, 0) >= MESSAGES_PER_HOUR and letter.row.account_id:
        return Hold(Flooding.code)
    is_note = known.sender is not None and known.sender.is_member and ticket_id not in known.requested
    return Join(thread, ticket_id, is_note, is_closed)
