"""What a customer sees: nothing internal has a place in these types."""

from datetime import datetime
from typing import Annotated, Any, Literal

from msgspec import Meta

from gongdan.domains.files.public import FileRef
from gongdan.domains.policy.bundle.workflows import Phase
from gongdan.domains.workflow.public import StepView
from gongdan.infra.http.bodies import Answer, Fields, FileIds, Mail, Request, Text, Title
from gongdan.kernel.text import Key


class SignInLink(Request, frozen=True, kw_only=True):
    mail: Mail


class RedeemLink(Request, frozen=True, kw_only=True):
    token: Annotated[str, Meta(min_length=10, max_length=500)]


class SendForm(Request, frozen=True, kw_only=True):
    """A portal form. A guest gives ``mail``; who is signed in leaves it out."""

    title: Title
    text: Annotated[str, Meta(min_length=1, max_length=100_000)]
    type: Key | None = None
    mail: Mail | None = None
    name: Annotated[str, Meta(max_length=100)] = ""
    fields: Fields = {}
    files: FileIds = []


class Sent(Answer, frozen=True):
    number: str
    link: str
    """A signed address under which the guest can follow the ticket."""


class PortalMessage(Answer, frozen=True):
    id: int
    at: datetime
    mine: bool
    author: str
    kind: Literal["customer", "agent", "automatic"]
    text: str
    html: str | None
    files: list[FileRef]


class PortalRow(Answer, frozen=True):
    number: str
    title: str
    status: dict[str, str]
    phase: Phase
    updated_at: datetime
    created_at: datetime


class PortalTicket(Answer, frozen=True):
    number: str
    title: str
    status: dict[str, str]
    phase: Phase
    type: dict[str, str]
    responsible: str | None
    """Name of the person, else of the team, who is responsible now."""
    next_step: dict[str, str]
    created_at: datetime
    updated_at: datetime
    closed_at: datetime | None
    steps: list[StepView]
    status_names: dict[str, dict[str, str]]
    messages: list[PortalMessage]
    rating: int | None
    can_reply: bool
    can_confirm: bool
    can_reopen: bool
    can_rate: bool
    fields: dict[str, Any]


class FormField(Answer, frozen=True):
    key: str
    name: dict[str, str]
    kind: str
    required: bool
    help: dict[str, str]
    choices: list[dict[str, Any]]


class FormType(Answer, frozen=True):
    key: str
    name: dict[str, str]
    guidance: dict[str, str]
    fields: list[FormField]


class PortalInfo(Answer, frozen=True):
    """What the portal needs before anybody signed in."""

    workspace: str
    locale: str
    types: list[FormType]


class Words(Request, frozen=True, kw_only=True):
    text: Text = ""
    files: FileIds = []
