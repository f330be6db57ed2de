"""What becomes of a message (spec 05, threading and loops). Pure: facts in, verdict out.

Nothing is lost: what makes no ticket and no message is kept with its reason, and what no rule can settle is held for a
person. Only what a machine proves of itself makes nothing; a guess about the sender or the text silences and marks.
What machines write never reopens, never answers anything, and never causes a notice.
"""

from typing import Final, Literal

import msgspec

from gongdan.domains.channels.errors import Flooding, FromOurselves, SenderMissing
from gongdan.domains.channels.inbound.evidence import ThreadDecision
from gongdan.domains.channels.inbound.message import InboundMessage
from gongdan.domains.customers.public import Handle, HandleKey

MESSAGES_PER_HOUR = 60
"""One ticket takes at most so many from customers; further ones are held."""

_ANYBODY_KNOWS: Final = frozenset({"number", "same_subject"})
"""Evidence that shows no message of the conversation."""

Reason = Literal["own", "bounce", "feedback", "auto_reply", "closed_ticket"]


class KnownSender(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    account: str
    handle: str
    person_id: int
    is_member: bool
    is_theirs: bool
    """They wrote from it themselves, or it was vouched for; else others merely say that it is theirs."""

    @property
    def key(self) -> HandleKey:
        return (self.kind, self.account, self.handle)


class JoinedTicket(msgspec.Struct, frozen=True, kw_only=True):
    """The ticket that a message belongs to."""

    participants: frozenset[str]
    """Handles of requester, creator and participants."""
    is_closed: bool
    requester_id: int
    written: int
    """Messages of customers within the last hour."""


class Talk(msgspec.Struct, frozen=True):
    """It is said in a conversation, by its id; None: it begins one that no ticket comes with."""

    conversation_id: int | None


class KnownOfMessage(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked up for one message."""

    thread: ThreadDecision
    joined: JoinedTicket | None
    """The ticket of ``thread``."""
    sender: KnownSender | None
    writer: KnownSender | None
    """Whom we would answer; the sender, unless somebody else sent it for them."""
    conversation_id: int | None = None
    """Of the ticket that it joins, where the channel says which one."""
    talk: Talk | None = None
    """Its channel has conversations of their own, and no ticket is the place for it."""
    is_own: bool = False
    """We sent it."""
    repeats: int | None = None
    """The settled message that it is a copy of."""
    resembles: int | None = None
    """The ticket of a message that has its id, sender and subject, and other words."""
    returns: bool = False
    """It tells that a message that we sent did not arrive."""


class Repeat(msgspec.Struct, frozen=True):
    of: int


class Ignore(msgspec.Struct, frozen=True):
    reason: Reason
    ticket_id: int | None = None


class HoldBack(msgspec.Struct, frozen=True):
    code: str
    ticket_id: int | None = None


class Join(msgspec.Struct, frozen=True):
    thread: ThreadDecision
    ticket_id: int
    by: Handle
    """Under whose name it stands."""
    is_note: bool
    """Written by one of us, which is proven, who is not its requester: customers do not see it."""
    is_unverified: bool
    """It gives its writer no rights: nobody proved that it is from a colleague, or from somebody who takes part. A
    number or a subject under the address of somebody who does proves nothing."""
    is_closed: bool


class OpenAnew(msgspec.Struct, frozen=True):
    thread: ThreadDecision
    is_unverified: bool


Verdict = Repeat | Ignore | HoldBack | Join | OpenAnew | Talk


def judge(message: InboundMessage, known: KnownOfMessage) -> Verdict:
    """The first rule that holds, in the order of this function."""
    if known.repeats is not None:
        return Repeat(known.repeats)
    if known.is_own:
        return Ignore("own")
    if message.is_from_us:
        return HoldBack(FromOurselves.code)

    tells = message.is_proven_machine and not message.row.is_released
    thread = known.thread
    if tells and (message.by == "bounce" or message.by == "feedback"):
        return Ignore(message.by, thread.ticket_id)
    if known.joined is not None and thread.ticket_id is not None:
        return _join(message, known, known.joined, thread.ticket_id)
    if tells and message.by == "auto_reply":
        return Ignore("auto_reply")
    if not message.is_reachable:
        return HoldBack(SenderMissing.code)
    if known.talk is not None:
        return known.talk
    if thread.link_to is None and known.resembles is not None:
        thread = msgspec.structs.replace(thread, link_to=known.resembles, is_repetition=True)
    writer = known.writer
    is_claimed = writer is not None and (not writer.is_theirs or (writer.is_member and not message.is_proven))
    return OpenAnew(thread, is_unverified=is_claimed or bool(message.through))


def _join(message: InboundMessage, known: KnownOfMessage, joined: JoinedTicket, ticket_id: int) -> Verdict:
    thread, row = known.thread, message.row
    if message.is_proven_machine and joined.is_closed:
        return Ignore("closed_ticket", ticket_id)
    if not message.is_reachable:
        return HoldBack(SenderMissing.code)
    if joined.written >= MESSAGES_PER_HOUR and row.account_id and not row.is_released:
        return HoldBack(Flooding.code, ticket_id)

    participants = joined.participants
    is_of_us = known.sender is not None and known.sender.is_member
    is_sender = not message.through or is_of_us or message.sender.handle in participants
    by, person = (message.sender, known.sender) if is_sender else (message.writer, known.writer)
    is_member = person is not None and person.is_member
    is_proven = is_sender and message.is_proven
    is_named = {one.kind for one in thread.evidence if one.points and one.ticket_id == ticket_id} <= _ANYBODY_KNOWS
    asks = person is not None and person.person_id == joined.requester_id
    return Join(
        thread,
        ticket_id,
        by=by,
        is_note=is_member and is_proven and not asks,
        is_unverified=(person is not None and not person.is_theirs)
        or (not is_proven and (is_member or is_named or not is_sender or by.handle not in participants)),
        is_closed=joined.is_closed,
    )
