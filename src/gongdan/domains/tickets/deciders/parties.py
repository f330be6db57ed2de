"""With whom a ticket's own conversation is."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from gongdan.domains.conversations.public import MoveParty
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.kernel.events import Logged


def follow_requester(
    rules: Rules, before: Case | None, after: Case, events: Sequence[Logged[Any]], now: datetime
) -> Iterable[MoveParty]:
    """The conversation that a ticket came with is with whoever asks for it now, also after an undo."""
    if before is None or before.ticket is None:
        return
    was, asks = before.ticket.requester_id, after.live.requester_id
    if was != asks:
        yield MoveParty(ticket_id=after.live.id, before=was, after=asks)
