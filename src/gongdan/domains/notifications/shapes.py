"""Notices on the wire."""

from datetime import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from gongdan.domains.notifications.choosing.quiet import Digest
from gongdan.domains.tickets.engine.meaning import WhyKept
from gongdan.infra.http.bodies import Answer, Id, Request


class Notice(Answer, frozen=True):
    id: int
    kind: str
    """What it means, by the keys of ``GET /me/notices``."""
    number: str | None
    """Of the ticket that it is about."""
    text: dict[str, str]
    """The latest of them, in each language."""
    count: int
    """How many of its kind this ticket brought since the person last read their notices. Warnings, breaches and
    escalations count as one kind; the gravest of them is shown."""
    at: datetime
    read_at: datetime | None
    of_ticket: int
    """How many notices the person has of this ticket, this one among them; 1 where it is of none."""


class Notices(Answer, frozen=True):
    notices: list[Notice]
    unread: int
    """How many are unread in all; by ticket, of how many tickets some are."""
    after: str | None
    """Cursor of the next page; null at the end."""


class ReadNotices(Request, frozen=True, kw_only=True):
    """Exactly one of them."""

    up_to: Id | None = None
    """The newest notice that was seen: it and all older ones count as read."""
    number: Annotated[str, Meta(min_length=1, max_length=64)] | None = None
    """All notices of this ticket count as read."""
    id: Id | None = None
    """This notice alone counts as read."""


Clock = Annotated[
    str, Meta(max_length=5, pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", extra={"fault": "notices.not_a_clock"})
]
"""``HH:MM``, on the wall clock of the person."""
Weekdays = Annotated[list[Annotated[int, Meta(ge=1, le=7)]], Meta(min_length=1, max_length=7)]
"""Days of the week; 1 is Monday."""
Wanted = Annotated[
    dict[
        Annotated[str, Meta(max_length=63)],
        Annotated[dict[Annotated[str, Meta(max_length=63)], bool], Meta(max_length=20)],
    ],
    Meta(max_length=200),
]
"""Meaning → channel → on or off; what is left out is as the workspace has it."""


class NoticeChannelInfo(Answer, frozen=True):
    key: str
    name: dict[str, str]


class NoticeCell(Answer, frozen=True):
    on: bool
    default: bool
    """What holds for whoever has not chosen."""
    fixed: WhyKept | None
    """Why it can't be switched off here; null: it can."""


class NoticeMeaning(Answer, frozen=True):
    key: str
    name: dict[str, str]
    urgent: bool
    """It waits for the end of quiet hours as little as for a digest."""
    channels: dict[str, NoticeCell]


class QuietHours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From, until; over midnight where ``until`` is earlier in the day."""

    start: Clock
    until: Clock


class NoticeMatrix(Answer, frozen=True):
    """What can be told, and where."""

    channels: list[NoticeChannelInfo]
    meanings: list[NoticeMeaning]


class MyNotices(NoticeMatrix, frozen=True):
    zone: str
    quiet: QuietHours | None
    days: list[int]
    digest: Digest
    digest_at: str


class SetMyNotices(Request, frozen=True, kw_only=True):
    """The whole of it."""

    choices: Wanted
    quiet: QuietHours | None = None
    days: Weekdays
    digest: Digest = "off"
    digest_at: Clock = "09:00"


class SetNoticeDefaults(Request, frozen=True, kw_only=True):
    """The whole of it; what is left out is as the meaning itself has it."""

    choices: Wanted
