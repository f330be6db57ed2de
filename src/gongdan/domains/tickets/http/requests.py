"""What the ticket endpoints take. Every text, list and number is bounded here (spec 08: every body validated)."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from gongdan.domains.tickets.events import ByHand, CloseReason, ConfirmedBy
from gongdan.infra.http.bodies import Fields, FileIds, Id, Label, Mail, OptionalName, Request, Tag, Text, Title
from gongdan.kernel.text import Key


class Requester(Request, frozen=True):
    """Who asks: a known person by ``id``, or a customer by mail or phone, found or made."""

    id: Id | None = None
    mail: Mail | None = None
    phone: Annotated[Label, Meta(min_length=3, max_length=32)] | None = None
    name: OptionalName = ""


class SetRequesterRequest(Request, frozen=True):
    """A known person by ``id``, or whoever has the address ``mail``: one of both."""

    id: Id | None = None
    mail: Mail | None = None
    name: Annotated[str, Meta(max_length=100)] = ""
    """For somebody who was not known."""


class OpenTicket(Request, frozen=True, kw_only=True):
    title: Title
    text: Text = ""
    requester: Requester | None = None
    """None: the actor themselves asks."""
    type: Key | None = None
    category: Key | None = None
    priority: Key | None = None
    team: Key | None = None
    assignee_id: Id | None = None
    fields: Fields = {}
    template: Key | None = None
    """That gives what is left out, and asks for fields."""
    tags: Annotated[list[Tag], Meta(max_length=50)] = []
    files: FileIds = []


class TypedTicket(Request, frozen=True, kw_only=True):
    """A new ticket as far as it is filled in."""

    type: Key | None = None
    category: Key | None = None
    priority: Key | None = None
    fields: Fields = {}
    template: Key | None = None


class OpenTickets(Request, frozen=True, kw_only=True):
    """Each row stands or falls by itself, in its shape too."""

    tickets: Annotated[list[OpenTicket], Meta(min_length=1, max_length=1000, extra={"rows": True})]


class WriteMessage(Request, frozen=True, kw_only=True):
    """An internal note, and what a public reply is too. ``html`` is sanitised, and ``text`` is then made from it, for
    mail clients that show none. ``cid:`` and the id of one of ``files`` shows it in the HTML; other pictures are left
    out."""

    text: Annotated[str, Meta(min_length=1, max_length=100_000)]
    html: Text | None = None
    files: FileIds = []
    mentions: Annotated[list[Id], Meta(max_length=50)] = []
    mention_teams: Annotated[list[Key], Meta(max_length=10)] = []
    """All who are in them are mentioned: at most 50 people together."""
    draft: Id | None = None
    """The version of the draft that it is: it goes in the same step, unless it was written further since."""


class WriteReply(WriteMessage, frozen=True, kw_only=True):
    """A public reply. Whom ``cc`` names takes part from then on, and gets a copy of it and of the replies after it."""

    cc: Annotated[list[Mail], Meta(max_length=20)] = []
    conversation_id: Id | None = None
    """The conversation that it answers; by default the one of this ticket in which the customer wrote last."""
    to: Key | None = None
    """The status that the ticket moves to in the same step; null: it stays."""
    fields: Fields = {}
    """Custom fields that are set in the same step, for ``to`` alone."""


class HoldReply(WriteReply, frozen=True, kw_only=True):
    """A public reply that waits before it goes out."""

    wait_s: Annotated[int, Meta(ge=1, le=30)]
    """Seconds in which it can be taken back. It goes out earlier where a promise would be broken meanwhile."""


class AcceptRequest(Request, frozen=True, kw_only=True):
    promised_at: datetime | None = None
    """The [X] of “预计[X]前给您答复”; with it the first-response note is sent to the customer (spec 03)."""


class SetFields(Request, frozen=True, kw_only=True):
    title: Title | UnsetType = UNSET
    type: Key | UnsetType = UNSET
    category: Key | UnsetType | None = UNSET
    priority: Key | UnsetType = UNSET
    fields: Fields | UnsetType = UNSET
    """Custom fields by key; null empties one, a field that is left out stays."""


class SetTags(Request, frozen=True, kw_only=True):
    add: Annotated[list[Tag], Meta(max_length=50)] = []
    remove: Annotated[list[Tag], Meta(max_length=50)] = []


class SetWatching(Request, frozen=True, kw_only=True):
    watching: bool
    person_id: Id | None = None
    """None: the actor themselves."""


class Move(Request, frozen=True, kw_only=True):
    to: Key
    reason: CloseReason | None = None
    fields: Fields = {}
    """Custom fields that are set in the same step, such as those that the transition requires."""


class PutAwayRequest(Request, frozen=True, kw_only=True):
    out: bool = False
    """Whether it is taken out instead."""


class Resolve(Request, frozen=True, kw_only=True):
    """With a last public reply that goes out with the notice; it may be empty."""

    text: Text = ""
    html: Text | None = None
    files: FileIds = []
    mentions: Annotated[list[Id], Meta(max_length=50)] = []
    cc: Annotated[list[Mail], Meta(max_length=20)] = []
    fields: Fields = {}
    """Custom fields that are set in the same step."""


class Close(Request, frozen=True, kw_only=True):
    reason: ByHand = "solved"
    fields: Fields = {}
    """Custom fields that are set in the same step."""


class ReopenRequest(Request, frozen=True, kw_only=True):
    text: Text = ""
    """What is still wrong, in the requester's or agent's words; becomes a message."""


class UndoRequest(Request, frozen=True, kw_only=True):
    of: Annotated[int, Meta(ge=1, le=2**31 - 1)] | None = None
    """Sequence number of an event of the command that is taken back; null: what one did last."""


class ConfirmForRequest(Request, frozen=True, kw_only=True):
    """What the customer said elsewhere: who, on which channel, in which call or chat."""

    channel: ConfirmedBy
    person_id: Id | None = None
    """None: the requester; else somebody who takes part."""
    call: Annotated[str, Meta(max_length=200)] = ""
    note: Annotated[str, Meta(max_length=2_000)] = ""


class FinishFollowUpRequest(Request, frozen=True, kw_only=True):
    outcome: Literal["called_back", "alerted"]
    note: Annotated[str, Meta(max_length=2_000)] = ""


class RateRequest(Request, frozen=True, kw_only=True):
    score: Annotated[int, Meta(ge=1, le=5)]
    comment: Annotated[str, Meta(max_length=2_000)] = ""
