"""What wiring gives to the live side, and what others may call of it."""

from collections.abc import Awaitable, Callable, Collection, Hashable, Sequence
from typing import Any, Protocol

import msgspec

from gongdan.domains.accounts.public import Authority, TicketKeys
from gongdan.domains.realtime.watch import ListAsked, LiveLine, OpenedList, Turn, Wanted, Watch
from gongdan.domains.tickets.public import Subjects
from gongdan.infra.bus import Publisher
from gongdan.infra.db.tx import Database, ReadTx

__all__ = [
    "DELIVERY_CHANNEL",
    "LIST_CHANNEL",
    "NOTICES_READ_CHANNEL",
    "NOTICE_CHANNEL",
    "OPERATION_CHANNEL",
    "PRESENCE_CHANNEL",
    "DeliveryHint",
    "ListAsked",
    "ListHint",
    "LiveLine",
    "LiveNotice",
    "LoadLines",
    "LoadMembers",
    "LoadViews",
    "NoticeHint",
    "NoticesReadHint",
    "OpenList",
    "OpenedList",
    "OperationHint",
    "ReadersViews",
    "Recheck",
    "Sources",
    "Turn",
    "Wanted",
    "Watch",
    "tell_delivery",
    "tell_notice",
    "tell_notices_read",
    "tell_operation",
]

PRESENCE_CHANNEL = "gongdan_presence"
NOTICE_CHANNEL = "gongdan_notice"
NOTICES_READ_CHANNEL = "gongdan_notices_read"
DELIVERY_CHANNEL = "gongdan_delivery"
LIST_CHANNEL = "gongdan_list"
OPERATION_CHANNEL = "gongdan_operation"

Recheck = Callable[[], Awaitable[Authority | None]]
"""Who the holder of a stream's session or token is by now; None when it ended."""


class LoadLines(Protocol):
    async def __call__(self, tx: ReadTx, ids: Sequence[int], wanted: Wanted, /) -> Sequence[LiveLine]:
        """The lines of tickets, also of those that no list shows."""


class FindTicket(Protocol):
    async def __call__(self, tx: ReadTx, number: str, /) -> TicketKeys | None: ...


class ReadersViews(msgspec.Struct, frozen=True, kw_only=True):
    """The views of one reader that are counted."""

    watches: tuple[Watch, ...]
    edition: Hashable
    """Another whenever a view came, went or was changed, also one that is not counted."""


class LoadViews(Protocol):
    async def __call__(self, db: Database, authority: Authority, /) -> ReadersViews: ...


class LoadMembers(Protocol):
    async def __call__(
        self, db: Database, authority: Authority, watches: Sequence[Watch], /
    ) -> Sequence[Collection[int] | None]:
        """The ids of the tickets that each holds, at most 1,000; None: it could not be counted in time."""


class OpenList(Protocol):
    async def __call__(self, db: Database, authority: Authority, asked: ListAsked, /) -> OpenedList:
        """Raises a refusal where the list could not be read either."""


class LiveNotice(msgspec.Struct, frozen=True, kw_only=True):
    person_id: int
    body: Any
    """What is sent to that person."""


class LoadNotices(Protocol):
    async def __call__(self, tx: ReadTx, ids: Sequence[int], /) -> Sequence[LiveNotice]: ...


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    subjects: Subjects
    """Who may know of which event."""
    lines: LoadLines
    find: FindTicket
    views: LoadViews
    members: LoadMembers
    open_list: OpenList
    notices: LoadNotices


class NoticeHint(msgspec.Struct, frozen=True, kw_only=True):
    workspace_id: int
    person_id: int
    notice_id: int


class NoticesReadHint(msgspec.Struct, frozen=True, kw_only=True):
    """A person read notices: those of a ticket, or some of any."""

    workspace_id: int
    person_id: int
    number: str | None


class DeliveryHint(msgspec.Struct, frozen=True, kw_only=True):
    workspace_id: int
    ticket_id: int
    message_id: int | None = None
    """The reply that was mailed; None: a notice."""


class OperationHint(msgspec.Struct, frozen=True, kw_only=True):
    """How far long work is that somebody started."""

    workspace_id: int
    person_id: int
    id: int
    state: str
    total: int
    done: int
    failed: int
    unchanged: int


class ListHint(msgspec.Struct, frozen=True, kw_only=True):
    """A client of some process opened a list, or closed it."""

    workspace_id: int
    person_id: int
    client: str
    list: str
    asked: ListAsked | None


def tell_delivery(publisher: Publisher, hint: DeliveryHint) -> None:
    """Let open pages of a ticket read again what became of its mails, which is no event of its log. Call it after the
    commit; neither waits nor fails."""
    publisher.publish(DELIVERY_CHANNEL, msgspec.json.encode(hint).decode())


def tell_operation(publisher: Publisher, hint: OperationHint) -> None:
    """Show on the open pages of whoever started it how far it is. Call it after the commit; neither waits nor fails."""
    publisher.publish(OPERATION_CHANNEL, msgspec.json.encode(hint).decode())


def tell_notice(publisher: Publisher, hint: NoticeHint) -> None:
    """Show a notice on the person's open pages. Call it after the commit; neither waits nor fails."""
    publisher.publish(NOTICE_CHANNEL, msgspec.json.encode(hint).decode())


def tell_notices_read(publisher: Publisher, hint: NoticesReadHint) -> None:
    """What a person read on one page is read on all of theirs. Call it after the commit; neither waits nor fails."""
    publisher.publish(NOTICES_READ_CHANNEL, msgspec.json.encode(hint).decode())
