"""Where a mail belongs: the evidence is scored and kept, so that every decision can be shown and corrected (spec 05).

Two pure halves around one look-up: ``look_ups`` says which keys the shell must fetch, ``decide`` weighs what it found.
The order of strength is the specification's; a weaker kind never outvotes a stronger one, whatever its count.
"""

from datetime import datetime

import msgspec

from gongdan.domains.channels.inbound.evidence import Evidence, EvidenceKind, ThreadDecision
from gongdan.domains.channels.mail.email.bounces import read_bounce
from gongdan.domains.channels.mail.email.machine import Kind, kind_of
from gongdan.domains.channels.mail.email.parse import ParsedMail
from gongdan.domains.channels.mail.email.subjects import MAX_SUBJECT, base_subject, is_forward, numbers_in
from gongdan.domains.channels.mail.email.threading.tokens import read_message_id, read_token
from gongdan.kernel.text import normalise, one_line

POINTS: dict[EvidenceKind, int] = {
    "reply_token": 100,
    "sent_message": 80,
    "number": 60,
    "foreign_ancestor": 40,
    "same_subject": 20,
}
_MAX_ANCESTORS = 40


class LookUps(msgspec.Struct, frozen=True, kw_only=True):
    """What the shell must fetch, and the few facts of the mail that ``decide`` needs besides."""

    parties: frozenset[str]
    """Under which addresses the writer may take part: that of the sender, and the one that is answered."""
    sender: str
    """Whom the mail claims to be from. Anybody can write an address to answer, a number and a subject."""
    message_ids: tuple[str, ...]
    """Ancestors, nearest first: look up among the messages that we sent and among foreign ones that we received."""
    numbers: tuple[str, ...]
    tickets: tuple[int, ...]
    """Tickets that a signed mark proves; of another workspace or gone, they are simply not found."""
    base_subject: str
    """Look up among the sender's open tickets, within the days that the mailbox allows."""
    is_forward: bool
    is_reply: bool
    """It bears a sign of answering: a prefix of its subject, a mark of ours in it, or it names a mail."""
    kind: Kind


class SentMessage(msgspec.Struct, frozen=True):
    """A message of ours: its ticket, and to which addresses it went."""

    ticket_id: int
    parties: frozenset[str]


class TicketFacts(msgspec.Struct, frozen=True, kw_only=True):
    number: str
    base_subject: str
    """Of its first message, by ``subjects.base_subject``."""
    participants: frozenset[str]
    """Addresses of requester, creator and participants."""
    is_open: bool
    updated_at: datetime


class KnownFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the look-ups found."""

    sent: dict[str, SentMessage]
    """By Message-ID."""
    foreign: dict[str, tuple[int, ...]]
    """Message-ID of a mail that we received, or that one of those named as its ancestor → tickets, latest last."""
    recent: tuple[int, ...]
    """The sender's open, recent tickets with this base subject."""
    tickets: dict[int, TicketFacts]
    """Every ticket named here or in ``LookUps.tickets`` or found by number, as far as it exists."""


def look_ups(
    mail: ParsedMail,
    *,
    own_domain: str,
    secret: bytes,
    parties: frozenset[str] | None = None,
    known: tuple[Kind, tuple[str, ...]] | None = None,
) -> LookUps:
    """The keys under which the ticket of ``mail`` may be found. ``own_domain`` is the domain of our message ids;
    ``parties`` is by default the sender; ``known`` is who wrote it and which mails it returns, where that was read."""
    kind, returned = known or _kind_and_returned(mail)
    ids = tuple(dict.fromkeys((*returned, *mail.in_reply_to, *reversed(mail.references))))[:_MAX_ANCESTORS]
    addressed = (*(party.address for party in (*mail.to, *mail.cc)), *mail.delivered_to)
    by_address = (read_token(secret, address.partition("@")[0].rpartition("+")[2]) for address in addressed)
    by_id = (read_message_id(secret, name) for name in ids if name.lower().endswith(f"@{own_domain.lower()}"))
    return LookUps(
        parties=parties if parties is not None else frozenset({mail.sender.address}) - {""},
        sender=mail.sender.address,
        message_ids=ids,
        numbers=numbers_in(mail.subject),
        tickets=tuple(dict.fromkeys(ticket for ticket in (*by_address, *by_id) if ticket is not None)),
        base_subject=base_subject(mail.subject),
        is_forward=is_forward(mail.subject),
        is_reply=_is_reply(mail),
        kind=kind,
    )


def _kind_and_returned(mail: ParsedMail) -> tuple[Kind, tuple[str, ...]]:
    kind = kind_of(mail).kind
    return kind, read_bounce(mail).original_ids if kind == "bounce" else ()


def _is_reply(mail: ParsedMail) -> bool:
    has_prefix = base_subject(mail.subject) != normalise(one_line(mail.subject, MAX_SUBJECT))
    return bool(mail.in_reply_to or mail.references) or (has_prefix and not is_forward(mail.subject))


def decide(asked: LookUps, known: KnownFacts) -> ThreadDecision:
    """Join the ticket with the strongest evidence; among equals the one with most of it, then the latest changed.

    A number, a shared ancestor or an answer to somebody else's mail, without right to join, makes a new ticket that is
    linked (peers: newsletters that share an In-Reply-To, strangers who quote a number, forwards of old mail).
    """
    evidence = _evidence(asked, known)
    joining = [item for item in evidence if item.points]
    if not joining:
        named = next(iter(evidence), None)
        return ThreadDecision(
            ticket_id=None,
            link_to=named.ticket_id if named else None,
            is_repetition=named is not None and named.kind == "same_subject",
            score=0,
            subject_changed=False,
            is_stranger=False,
            evidence=evidence,
        )

    best = max({item.ticket_id for item in joining}, key=lambda ticket_id: _weight(ticket_id, joining, known))
    facts, is_person = known.tickets[best], asked.kind == "person"
    return ThreadDecision(
        ticket_id=best,
        link_to=None,
        score=max(item.points for item in joining if item.ticket_id == best),
        subject_changed=is_person and bool(asked.base_subject) and asked.base_subject != facts.base_subject,
        is_stranger=is_person and asked.parties.isdisjoint(facts.participants),
        evidence=evidence,
    )


def _evidence(asked: LookUps, known: KnownFacts) -> tuple[Evidence, ...]:
    """All evidence, strongest kind first; nothing about tickets that the shell did not find."""
    return tuple(
        item
        for item in (
            *_tokens(asked),
            *_sent(asked, known),
            *_numbers(asked, known),
            *_foreign(asked, known),
            *_same(asked, known),
        )
        if item.ticket_id in known.tickets
    )


def _tokens(asked: LookUps) -> list[Evidence]:
    return [_item("reply_token", f"t{ticket_id}", ticket_id, holds=True) for ticket_id in asked.tickets]


def _sent(asked: LookUps, known: KnownFacts) -> list[Evidence]:
    """An answer to a message of ours counts if it went to that sender. A bounce answers by its nature."""
    return [
        _item(
            "sent_message",
            name,
            known.sent[name].ticket_id,
            holds=asked.kind == "bounce" or not asked.parties.isdisjoint(known.sent[name].parties),
        )
        for name in asked.message_ids
        if name in known.sent
    ]


def _numbers(asked: LookUps, known: KnownFacts) -> list[Evidence]:
    by_number = {facts.number.upper(): (ticket_id, facts) for ticket_id, facts in known.tickets.items()}
    found = [(number, *by_number[number]) for number in asked.numbers if number in by_number]
    return [
        _item("number", number, ticket_id, holds=asked.sender in facts.participants and not asked.is_forward)
        for number, ticket_id, facts in found
    ]


def _foreign(asked: LookUps, known: KnownFacts) -> list[Evidence]:
    """Mails of one foreign thread belong together if the sender takes part, or if the words on top are the same. Of
    several tickets with a mail of it, one that a stranger's answer opened is not theirs who take part in another."""

    def takes_part(ticket_id: int) -> bool:
        return not asked.parties.isdisjoint(known.tickets[ticket_id].participants)

    found = [
        (name, max(there, key=lambda one: (takes_part(one), there.index(one))))
        for name in asked.message_ids
        if (there := [one for one in known.foreign.get(name, ()) if one in known.tickets])
    ]
    return [
        _item(
            "foreign_ancestor",
            name,
            ticket_id,
            holds=not asked.is_forward
            and (takes_part(ticket_id) or asked.base_subject == known.tickets[ticket_id].base_subject),
        )
        for name, ticket_id in found
    ]


def _same(asked: LookUps, known: KnownFacts) -> list[Evidence]:
    """The same writer about the same subject: their open ticket goes on where the mail answers, and only there."""
    return [
        _item(
            "same_subject",
            asked.base_subject,
            ticket_id,
            holds=asked.is_reply and asked.sender in known.tickets[ticket_id].participants,
        )
        for ticket_id in known.recent
        if asked.base_subject
        and not asked.is_forward
        and ticket_id in known.tickets
        and known.tickets[ticket_id].is_open
        and known.tickets[ticket_id].base_subject == asked.base_subject
        and not asked.parties.isdisjoint(known.tickets[ticket_id].participants)
    ]


def _item(kind: EvidenceKind, value: str, ticket_id: int, *, holds: bool) -> Evidence:
    return Evidence(kind=kind, value=value, ticket_id=ticket_id, points=POINTS[kind] if holds else 0)


def _weight(ticket_id: int, joining: list[Evidence], known: KnownFacts) -> tuple[int, int, datetime, int]:
    points = [item.points for item in joining if item.ticket_id == ticket_id]
    return max(points), sum(points), known.tickets[ticket_id].updated_at, ticket_id
