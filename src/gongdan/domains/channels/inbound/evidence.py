"""Where a message belongs, and why: the evidence is kept, so that every decision can be shown and corrected (spec
05)."""

from typing import Literal

import msgspec

EvidenceKind = Literal["reply_token", "conversation", "sent_message", "number", "foreign_ancestor", "same_subject"]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    kind: EvidenceKind
    value: str
    """The token, id, number or subject that speaks."""
    ticket_id: int
    points: int
    """0 where it is no ground to join, only to link."""


class ThreadDecision(msgspec.Struct, frozen=True, kw_only=True):
    ticket_id: int | None
    """The ticket that the message joins; None opens a new one."""
    link_to: int | None
    """For a new ticket: the one that the message names without right to join it (a stranger, a forward), or that it
    probably repeats."""
    is_repetition: bool = False
    """``link_to`` is an open ticket of the same writer about the same subject, which this message does not answer."""
    score: int
    """Points of the strongest evidence for ``ticket_id``."""
    subject_changed: bool
    """It joins, but writes of something else: a split is offered."""
    is_stranger: bool
    """It joins by proof although its sender takes no part in the ticket yet (a forwarded reply)."""
    evidence: tuple[Evidence, ...]


NOWHERE = ThreadDecision(ticket_id=None, link_to=None, score=0, subject_changed=False, is_stranger=False, evidence=())
"""Nothing says where it belongs."""
