"""What the endpoints of customers take and answer."""

from datetime import datetime
from typing import Annotated, Literal

from litestar.params import PathParameter
from msgspec import UNSET, Meta, UnsetType

from gongdan.infra.http.bodies import Answer, Id, Label, PersonName, Request, Tag
from gongdan.kernel.text import Key, Locale

PathCustomer = Annotated[int, PathParameter(ge=1, le=2**53 - 1)]
Reach = Literal["mail", "phone"]
HandleText = Annotated[Label, Meta(min_length=3, max_length=254)]
Tags = Annotated[list[Tag], Meta(max_length=50)]
Notes = Annotated[str, Meta(max_length=5_000)]
MailDomain = Annotated[
    str,
    Meta(
        max_length=189,
        pattern=r"^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$",
        extra={"fault": "customers.not_a_domain"},
    ),
]


class CustomerLine(Answer, frozen=True, kw_only=True):
    id: int
    name: str
    tier: str
    tags: list[str]
    dedicated_agent_id: int | None
    mail: str | None
    """One of their addresses, and of their numbers; null too for whoever may not read personal data."""
    phone: str | None
    organisations: list[str]
    """Names, at most three."""


class CustomerPage(Answer, frozen=True, kw_only=True):
    items: list[CustomerLine]
    after: str | None
    """For the next page; null: this is the last."""


class CustomerHandle(Answer, frozen=True, kw_only=True):
    kind: str
    handle: str
    verified_at: datetime | None
    """When it was proved to be theirs; null: it was only used, or said."""
    opens: bool
    """Whether whoever reads what is sent there may sign in as them."""


class CustomerOrganisation(Answer, frozen=True, kw_only=True):
    id: int
    name: str
    tier: str
    is_admin: bool


class NamedCustomer(Answer, frozen=True, kw_only=True):
    id: int
    name: str


class CustomerRecord(Answer, frozen=True, kw_only=True):
    id: int
    name: str
    locale: str
    zone: str
    guessed: list[str]
    """Which of name, locale and zone nobody confirmed."""
    tier: str
    dedicated_agent_id: int | None
    tags: list[str]
    notes: str | None
    """What the staff noted; null for whoever reads no notes."""
    handles: list[CustomerHandle]
    """Empty too for whoever may not read personal data; ``handles_hidden`` tells."""
    handles_hidden: bool
    organisations: list[CustomerOrganisation]
    merged_into: int | None
    merged: list[NamedCustomer]
    """Who turned out to be this customer."""
    is_member: bool
    can_manage: bool
    can_let_in: bool
    """Whether the reader may vouch for how they are reached."""
    created_at: datetime
    version: int


class NewHandle(Request, frozen=True, kw_only=True):
    kind: Reach
    handle: HandleText
    vouched: bool = False
    """You found it to be theirs: whoever reads what is sent there may sign in as them."""


class OldHandle(Request, frozen=True, kw_only=True):
    kind: Reach
    handle: HandleText


class AddCustomer(Request, frozen=True, kw_only=True):
    name: PersonName
    handles: Annotated[list[NewHandle], Meta(max_length=20)] = []
    locale: Locale | None = None
    tier: Key = "normal"
    dedicated_agent_id: Id | None = None
    tags: Tags = []
    notes: Notes = ""


class SetCustomer(Request, frozen=True, kw_only=True):
    """What is left out stays."""

    name: PersonName | UnsetType = UNSET
    locale: Locale | UnsetType = UNSET
    tier: Key | UnsetType = UNSET
    dedicated_agent_id: Id | UnsetType | None = UNSET
    tags: Tags | UnsetType = UNSET
    notes: Notes | UnsetType = UNSET
    add_handles: Annotated[list[NewHandle], Meta(max_length=20)] = []
    """Also to vouch for one that is there."""
    remove_handles: Annotated[list[OldHandle], Meta(max_length=20)] = []


class MergeProposal(Answer, frozen=True, kw_only=True):
    customer: CustomerLine
    reasons: list[Literal["same_number", "same_mailbox", "name_and_domain", "name_and_organisation"]]


class OrganisationLine(Answer, frozen=True, kw_only=True):
    id: int
    name: str
    tier: str
    mail_domains: list[str]
    members: int
    version: int


class OrganisationPage(Answer, frozen=True, kw_only=True):
    items: list[OrganisationLine]
    after: str | None


class OrganisationMember(Answer, frozen=True, kw_only=True):
    id: int
    name: str
    tier: str
    is_admin: bool


class OrganisationRecord(Answer, frozen=True, kw_only=True):
    id: int
    name: str
    tier: str
    mail_domains: list[str]
    members: list[OrganisationMember]
    """A page of those whom the reader may see."""
    after: int | None
    """For the next page of members."""
    can_manage: bool
    can_let_in: bool
    """Whether the reader may make somebody administer it."""
    version: int


class AddOrganisation(Request, frozen=True, kw_only=True):
    name: Annotated[Label, Meta(min_length=1, max_length=100)]
    tier: Key = "normal"
    mail_domains: Annotated[list[MailDomain], Meta(max_length=50)] = []


class JoinOrganisation(Request, frozen=True, kw_only=True):
    person_id: Id
    is_admin: bool = False
    """They read and answer all tickets of the organisation on the portal."""


class SetOrganisation(Request, frozen=True, kw_only=True):
    """What is left out stays."""

    name: Annotated[Label, Meta(min_length=1, max_length=100)] | UnsetType = UNSET
    tier: Key | UnsetType = UNSET
    mail_domains: Annotated[list[MailDomain], Meta(max_length=50)] | UnsetType = UNSET
    join: Annotated[list[JoinOrganisation], Meta(max_length=500)] = []
    """Also to make somebody who belongs to it its administrator, or no longer."""
    leave: Annotated[list[Id], Meta(max_length=500)] = []
