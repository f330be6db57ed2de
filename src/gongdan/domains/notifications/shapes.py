"""Notices on the wire."""

from datetime import datetime

from gongdan.infra.http.bodies import Answer, Id, Request


class Notice(Answer, frozen=True):
    id: int
    kind: str
    """``assigned | mentioned | reminded | warned | breached | escalated | held | undelivered | answered |
    moved``."""
    number: str | None
    """Of the ticket that it is about."""
    text: dict[str, str]
    """The latest of them, in each language."""
    count: int
    """How many of its kind this ticket brought since the person last read their notices. Warnings, breaches and
    escalations count as one kind; the gravest of them is shown."""
    at: datetime
    read_at: datetime | None


class Notices(Answer, frozen=True):
    notices: list[Notice]
    """The latest, newest first."""
    unread: int


class ReadNotices(Request, frozen=True, kw_only=True):
    up_to: Id
    """The newest notice that was seen: it and all older ones count as read."""
