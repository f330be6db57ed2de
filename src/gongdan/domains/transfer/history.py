"""A ticket as it was elsewhere, whatever told of it: a row of a table, or what another system gave out. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.customers.public import Handle


class PastMessage(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    author: Literal["customer", "agent"]
    author_id: int | None = None
    """The member who wrote it; None: the requester, or somebody who is not known here."""
    text: str
    html: str | None = None
    """Sanitised already."""
    internal: bool = False


class PastTicket(msgspec.Struct, frozen=True, kw_only=True):
    """What is left out is as it is for a new ticket of its type."""

    source: str
    """Where it comes from, such as ``zendesk``."""
    external_id: str
    """What tells it from others there."""
    row: int = 0
    """Where it stands in what is brought in."""
    title: str
    requester: Handle
    """One who is only named is, within a source, the same person whenever they are named again."""
    type: str | None = None
    category: str | None = None
    priority: str | None = None
    status: str | None = None
    phase: Phase | None = None
    """Where it stood, if its status there is none of ours."""
    team: str | None = None
    assignee_id: int | None = None
    tags: Sequence[str] = ()
    fields: Mapping[str, Any] = {}
    created_at: datetime | None = None
    first_response_at: datetime | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    rating: int | None = None
    messages: Sequence[PastMessage] = ()
    """In their order."""
    may_be_incomplete: bool = False
    """What other systems never asked for is asked of people here, as for what comes by a channel."""
