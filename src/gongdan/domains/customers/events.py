"""What can happen to a customer, who is a person who asks, and to an organisation."""

from typing import Any, Final

from gongdan.kernel.events import Event


class CustomerAdded(Event, frozen=True, kw_only=True, tag="customer.added"):
    name: str
    channel: str
    identities: tuple[tuple[str, str], ...]
    """(kind, handle) pairs."""


class CustomerLearned(Event, frozen=True, kw_only=True, tag="customer.learned"):
    """What was guessed of them (name, language, time zone) gave way to what they showed or proved."""

    before: dict[str, str]
    after: dict[str, str]
    guessed: tuple[str, ...]
    """What is still a guess."""


class CustomerChanged(Event, frozen=True, kw_only=True, tag="customer.changed"):
    """A member changed what is known of them: name, locale, tier, dedicated_agent_id, tags, notes."""

    before: dict[str, Any]
    after: dict[str, Any]


class HandleAdded(Event, frozen=True, kw_only=True, tag="customer.handle_added"):
    """A member says that they are reached so, or vouches for it."""

    handle_kind: str
    handle: str
    vouched: bool = False
    """It was found to be theirs: whoever reads what is sent there is let in as them."""


class HandleRemoved(Event, frozen=True, kw_only=True, tag="customer.handle_removed"):
    handle_kind: str
    handle: str


class CustomerMerged(Event, frozen=True, kw_only=True, tag="customer.merged"):
    """Somebody else turned out to be this customer, and what was theirs followed: all that is needed to undo it."""

    merged_id: int
    tickets: tuple[int, ...] = ()
    conversations: tuple[int, ...] = ()
    handles: tuple[tuple[str, str, str, bool], ...] = ()
    """(kind, account, handle, whether it let its person in): those that came over."""
    closed: tuple[tuple[str, str, str], ...] = ()
    """Handles of the customer that let nobody in any more: nobody proved them, and there is more to see now."""
    organisations: tuple[tuple[int, bool], ...] = ()
    """(id, whether they administered it): to which the other belonged."""
    joined: tuple[int, ...] = ()
    """Those of them that the customer joined by it."""


class CustomerWentInto(Event, frozen=True, kw_only=True, tag="customer.went_into"):
    """Written along with ``customer.merged``, so that the stream of whoever was merged tells it too."""

    into_id: int


class CustomerUnmerged(Event, frozen=True, kw_only=True, tag="customer.unmerged"):
    """They were somebody else after all: what came over and was not moved since went back."""

    merged_id: int
    tickets: tuple[int, ...] = ()
    conversations: tuple[int, ...] = ()


class CustomerCameOut(Event, frozen=True, kw_only=True, tag="customer.came_out"):
    """Written along with ``customer.unmerged``."""

    of_id: int


class OrganisationAdded(Event, frozen=True, kw_only=True, tag="organisation.added"):
    name: str
    tier: str
    mail_domains: tuple[str, ...] = ()


class OrganisationChanged(Event, frozen=True, kw_only=True, tag="organisation.changed"):
    """Name, tier, mail_domains."""

    before: dict[str, Any]
    after: dict[str, Any]


class OrganisationMembersSet(Event, frozen=True, kw_only=True, tag="organisation.members_set"):
    joined: dict[int, bool]
    """Person → whether they administer it; also who belonged to it and now does or no longer does."""
    left: tuple[int, ...]


ALL: Final = (
    CustomerAdded,
    CustomerLearned,
    CustomerChanged,
    HandleAdded,
    HandleRemoved,
    CustomerMerged,
    CustomerWentInto,
    CustomerUnmerged,
    CustomerCameOut,
    OrganisationAdded,
    OrganisationChanged,
    OrganisationMembersSet,
)
