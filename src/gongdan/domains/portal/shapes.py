"""What a customer sees: nothing internal has a place in these types."""

from datetime import datetime
from typing import Annotated, Any, Literal

from msgspec import Meta

from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.files.public import FileRef
from gongdan.domains.workflow.public import StepView
from gongdan.infra.http.bodies import Answer, Fields, FileIds, Mail, OptionalName, Request, Text, Title
from gongdan.kernel.text import Key


class SendForm(Request, frozen=True, kw_only=True):
    """A portal form. A guest gives ``mail``, and so does who followed the link to one ticket; who is signed in leaves
    it out."""

    title: Title
    text: Annotated[str, Meta(min_length=1, max_length=100_000)]
    type: Key | None = None
    mail: Mail | None = None
    name: OptionalName = ""
    fields: Fields = {}
    template: Key | None = None
    """That asks for fields; one of ``templates`` of ``GET /portal/info``."""
    files: FileIds = []


class FormSent(Answer, frozen=True):
    """A form has become a ticket."""

    number: str
    link: str
    """For who is signed in, where the ticket can be followed. For a guest the address of a receipt, which opens
    nothing: the link that does is mailed."""
    mailed: bool
    """A link that opens the ticket goes to the mail address."""


class Receipt(Answer, frozen=True):
    """What is said to whoever sent a form, whoever they are."""

    number: str
    status: Literal["received"]
    mailed: bool
    """The link that opens the ticket went to the mail address that was given."""


class PortalMessage(Answer, frozen=True):
    """What was exchanged with the customer."""

    id: int
    at: datetime
    mine: bool
    """The reader wrote it."""
    author: str
    kind: Literal["customer", "agent", "automatic"]
    text: str
    html: str | None
    files: list[FileRef]


class PortalRow(Answer, frozen=True):
    """A ticket in the customer's list."""

    number: str
    title: str
    status: dict[str, str]
    phase: Phase
    updated_at: datetime
    created_at: datetime


class PortalTicket(Answer, frozen=True):
    """A ticket as its customer sees it."""

    number: str
    title: str
    status: dict[str, str]
    phase: Phase
    type: dict[str, str]
    responsible: str | None
    """Name of the person, else of the team, who is responsible now."""
    next_step: dict[str, str]
    answer_due_at: datetime | None
    """By when they are promised an answer, where one is owed; it may have passed."""
    solution_due_at: datetime | None
    """By when they are promised the solution; null while the promise rests, such as while we wait for them."""
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None
    steps: list[StepView]
    status_names: dict[str, dict[str, str]]
    messages: list[PortalMessage]
    asks_who: bool
    """The reader came by the mailed link, and has not said yet that the words are theirs (``ownWords``)."""
    rating: int | None
    rating_until: datetime | None
    """Until when it may be rated, or rated anew; null: not closed yet."""
    can_reply: bool
    can_confirm: bool
    can_reopen: bool
    reopen_until: datetime | None
    """Until when a closed one is taken up again itself; later a new ticket follows it. Null: it is not closed."""
    merged_into: str | None
    """Another ticket of the same requester that stands for this one since they were merged."""
    can_rate: bool
    fields: dict[str, Any]
    """Those that belong on the portal."""


class FormField(Answer, frozen=True):
    """A custom field of a form."""

    key: str
    name: dict[str, str]
    kind: str
    required: bool
    help: dict[str, str]
    choices: list[dict[str, Any]]


class FormType(Answer, frozen=True):
    """A type of ticket that customers may choose, with its form."""

    key: str
    name: dict[str, str]
    fields: list[FormField]
    """Those that it can show. ``required``: in any case."""
    asks: bool
    """Whether which of them it shows and requires depends on what is filled in: ``POST /portal/forms/state`` says."""


class FormTemplate(Answer, frozen=True):
    """A common concern: what a form begins with, and asks for besides."""

    key: str
    name: dict[str, str]
    type: str
    title: dict[str, str]
    text: dict[str, str]
    note: dict[str, str]
    """What the customer is asked for besides."""
    values: dict[str, Any]
    fields: list[FormField]
    """Those that it shows beside the form of its type."""


class TypedForm(Request, frozen=True, kw_only=True):
    """A form as far as it is filled in."""

    type: Key
    fields: Fields = {}
    template: Key | None = None


class PortalInfo(Answer, frozen=True):
    """What the portal needs before anybody signed in."""

    workspace: str
    locale: str
    mails: bool
    """Whether anything is mailed from here: where not, no page speaks of a mail."""
    types: list[FormType]
    templates: list[FormTemplate]


class OwnWords(Request, frozen=True, kw_only=True):
    """What a customer adds, or why it is not solved."""

    text: Text = ""
    files: FileIds = []


class Rating(Request, frozen=True, kw_only=True):
    score: Annotated[int, Meta(ge=1, le=5)]
    comment: Annotated[str, Meta(max_length=2_000)] = ""
