"""What is answered of customers, and to whoever looks a record up."""

from datetime import datetime
from typing import Literal

from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.inbox.shapes import HistoryRow, PersonRef
from gongdan.infra.http.bodies import Answer


class TicketsOfCustomer(Answer, frozen=True, kw_only=True):
    items: list[HistoryRow]
    after: str | None
    """For the next page; null: this is the last."""


class ConversationOfCustomer(Answer, frozen=True, kw_only=True):
    id: int
    channel: str
    state: Literal["open", "closed"]
    agent: str | None
    """Name of who serves it."""
    created_at: datetime
    ended_at: datetime | None
    last_customer_at: datetime | None
    tickets: list[str]
    """Numbers of its tickets in reach, at most five."""


class ConversationsOfCustomer(Answer, frozen=True, kw_only=True):
    items: list[ConversationOfCustomer]
    after: int | None


class FoundTicket(Answer, frozen=True, kw_only=True):
    number: str
    title: str
    type: str
    status: str
    phase: Phase
    requester: PersonRef
    updated_at: datetime


class FoundPerson(Answer, frozen=True, kw_only=True):
    """A customer."""

    id: int
    name: str
    tier: str
    mail: str | None
    phone: str | None
    organisations: list[str]


class FoundRecords(Answer, frozen=True, kw_only=True):
    tickets: list[FoundTicket]
    customers: list[FoundPerson]
