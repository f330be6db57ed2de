"""What wiring gives to the live side, and what others may call of it."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Protocol

import msgspec

from gongdan.domains.accounts.public import Authority, TicketKeys
from gongdan.domains.tickets.public import Subjects
from gongdan.infra.bus import Publisher
from gongdan.infra.db.tx import ReadTx

PRESENCE_CHANNEL = "gongdan_presence"
NOTICE_CHANNEL = "gongdan_notice"
DELIVERY_CHANNEL = "gongdan_delivery"

Recheck = Callable[[], Awaitable[Authority | None]]
"""Who the holder of a stream's session or token is by now; None when it ended."""


class LiveLine(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket as lists show it."""

    keys: TicketKeys
    number: str
    version: int
    row: Any
    """What is sent to everybody who may see the ticket; None when no list shows it any more (spam, trash)."""


class LoadLines(Protocol):
    async def __call__(self, tx: ReadTx, ids: Sequence[int], /) -> Sequence[LiveLine]:
        """The lines of tickets, also of those that no list shows."""


class FindTicket(Protocol):
    async def __call__(self, tx: ReadTx, number: str, /) -> TicketKeys | None: ...


class ViewCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Some views and how they are counted, exact to 999 and 1,000 for more."""

    is_personal: bool
    """Whether a count depends on who asks. Else it follows from their reach, and is shared by all who have that."""
    count: Callable[[ReadTx, Authority], Awaitable[Mapping[str, int]]]


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
    counts: Sequence[ViewCounts]
    notices: LoadNotices


class NoticeHint(msgspec.Struct, frozen=True, kw_only=True):
    workspace_id: int
    person_id: int
    notice_id: int


class DeliveryHint(msgspec.Struct, frozen=True, kw_only=True):
    workspace_id: int
    ticket_id: int


def tell_delivery(publisher: Publisher, hint: DeliveryHint) -> None:
    """Let open pages of a ticket read again what became of its mails, which is no event of its log. Call it after the
    commit; neither waits nor fails."""
    publisher.publish(DELIVERY_CHANNEL, msgspec.json.encode(hint).decode())


def tell_notice(publisher: Publisher, hint: NoticeHint) -> None:
    """Show a notice on the person's open pages. Call it after the commit; neither waits nor fails."""
    publisher.publish(NOTICE_CHANNEL, msgspec.json.encode(hint).decode())
