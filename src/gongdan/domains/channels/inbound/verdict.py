"""What becomes of a mail (spec 05, threading and loops). Pure: facts in, verdict out.

Nothing is lost: what makes no ticket and no message is kept with its reason, and what no rule can settle is held for a
person. Only what a machine proves of itself makes nothing; a guess about the sender or the text silences and marks.
Machine mail never reopens, never answers anything, and never causes a notice.
"""

from typing import Final, Literal

import msgspec

from gongdan.domains.channels.errors import Flooding, FromOurselves, SenderMissing
from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.threading import KnownFacts, LookUps, ThreadDecision, decide
from gongdan.domains.channels.mail.incoming.letters import Letter

MESSAGES_PER_HOUR = 60
"""One ticket takes at most so many from customers; further ones are held."""

_ANYBODY_KNOWS: Final = frozenset({"number", "same_subject"})
"""Evidence that shows no mail of the conversation."""

Reason = Literal["own", "bounce", "feedback", "auto_reply", "closed_ticket"]


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    handle: str
    person_id: int
    is_member: bool
    is_verified: bool
    """Somebody proved before that the address is theirs."""


class MailFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked up for one mail."""

    asked: LookUps
    thread: KnownFacts
    sender: Sender | None
    writer: Sender | None
    """Whom we would answer; the sender, unless somebody else sent it for them."""
    is_own: bool
    """We sent it."""
    repeats: int | None
    """The settled mail that it is a copy of."""
    closed: frozenset[int]
    tickets_of: dict[int, tuple[int, ...]]
    """Person → tickets that they asked for, among those looked up."""
    written: dict[int, int]
    """Ticket → messages of customers within the last hour."""
    resembles: int | None = None
    """The ticket of a mail that has its Message-ID, sender and subject, and other words."""
    returns: bool = False
    """It is a bounce of a mail that we sent."""


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
    by: Address
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


Verdict = Repeat | Ignore | HoldBack | Join | OpenAnew


def judge(letter: Letter, known: MailFacts) -> Verdict:
    """The first rule that holds, in the order of this function."""
    if known.repeats is not None:
        return Repeat(known.repeats)
    if known.is_own:
        return Ignore("own")
    if letter.is_from_us:
        return HoldBack(FromOurselves.code)

    kind = letter.judgement.kind
    tells = letter.is_proven_machine and not letter.row.is_released
    thread = decide(known.asked, known.thread)
    if tells and kind in ("bounce", "feedback"):
        return Ignore(kind, thread.ticket_id)
    if thread.ticket_id is not None:
        return _join(letter, known, thread, thread.ticket_id)
    if tells and kind == "auto_reply":
        return Ignore("auto_reply")
    if not letter.writer.party.is_reachable:
        return HoldBack(SenderMissing.code)
    if thread.link_to is None and known.resembles is not None:
        thread = msgspec.structs.replace(thread, link_to=known.resembles, is_repetition=True)
    is_claimed = known.writer is not None and known.writer.is_member and not letter.is_proven
    return OpenAnew(thread, is_unverified=is_claimed or bool(letter.writer.through))


def _join(letter: Letter, known: MailFacts, thread: ThreadDecision, ticket_id: int) -> Verdict:
    is_closed = ticket_id in known.closed
    if letter.is_proven_machine and is_closed:
        return Ignore("closed_ticket", ticket_id)
    if not letter.writer.party.is_reachable:
        return HoldBack(SenderMissing.code)
    if known.written.get(ticket_id, 0) >= MESSAGES_PER_HOUR and letter.row.account_id and not letter.row.is_released:
        return HoldBack(Flooding.code, ticket_id)

    participants = known.thread.tickets[ticket_id].participants
    is_of_us = known.sender is not None and known.sender.is_member
    is_sender = not letter.writer.through or is_of_us or letter.sender in participants
    by, person = (letter.mail.sender, known.sender) if is_sender else (letter.writer.party, known.writer)
    is_member = person is not None and person.is_member
    is_proven = is_sender and letter.is_proven
    is_named = {one.kind for one in thread.evidence if one.points and one.ticket_id == ticket_id} <= _ANYBODY_KNOWS
    asks = person is not None and ticket_id in known.tickets_of.get(person.person_id, ())
    return Join(
        thread,
        ticket_id,
        by=by,
        is_note=is_member and is_proven and not asks,
        is_unverified=not is_proven and (is_member or is_named or not is_sender or by.address not in participants),
        is_closed=is_closed,
    )
