"""Customers over HTTP."""

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from litestar import Response, get, patch, post
from litestar.datastructures import ResponseHeader
from litestar.di import NamedDependency
from litestar.params import JSONBody, QueryParameter

from gongdan.domains.accounts.public import PERSONAL, Authority, reader_somewhere
from gongdan.domains.customers import access, commands
from gongdan.domains.customers.commands.records import Given
from gongdan.domains.customers.finding import likeness, search
from gongdan.domains.customers.finding.search import FoundCustomer, Only, SearchPlace
from gongdan.domains.customers.http import compose
from gongdan.domains.customers.http.shapes import (
    AddCustomer,
    CustomerPage,
    CustomerRecord,
    MergeProposal,
    NewHandle,
    OldHandle,
    PathCustomer,
    SetCustomer,
)
from gongdan.domains.customers.people import Handle, mail_handle, phone_handle
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via

_VERSION = [ResponseHeader("ETag", description="Its version, for `If-Match`.", documentation_only=True)]
_LISTS = ("name", "locale", "tier", "dedicated_agent_id", "tags", "notes")


@get("/customers", operation_id="listCustomers", tags=["customers"], opt=needs("staff", access.READ))
async def list_customers(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    q: Annotated[str, QueryParameter(max_length=100)] = "",
    tier: Annotated[str | None, QueryParameter(max_length=63)] = None,
    organisation: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
    after: Annotated[str | None, QueryParameter(max_length=1_000)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=100)] = 50,
) -> CustomerPage:
    """A page of customers, the latest first; with ``q`` those whose name has a part, or whose mail address or number
    begins so. Whoever may not read personal data finds by names alone. ``after`` is the cursor that the page before
    gave."""
    reader = reader_somewhere(authority)
    asked = search.ways(q, by_handles=PERSONAL in reader.classes)
    if q.strip() and not asked:
        return CustomerPage(items=[], after=None)
    place = search.place_of(after) if after else None
    only, within = Only(tier=tier, organisation=organisation), access.within(authority)
    async with db.read(authority.workspace_id) as tx:
        (found,) = await tx.gather(search.page(asked, only, within, place, limit + 1), last=True)
    shown = found[:limit]
    return CustomerPage(
        items=compose.lines(compose.by_first(shown), reader),
        after=str(_place(shown[-1])) if len(found) > limit else None,
    )


@get(
    "/customers/{customer_id:int}",
    operation_id="getCustomer",
    tags=["customers"],
    opt=needs("staff", access.READ),
    response_headers=_VERSION,
)
async def get_customer(
    customer_id: PathCustomer, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> Response[CustomerRecord]:
    """A customer whole: how they are reached, to what they belong, who else turned out to be them. One who turned out
    to be somebody else says who (``merged_into``)."""
    async with db.read(authority.workspace_id) as tx:
        return _versioned(await compose.record(tx, authority, customer_id))


@post(
    "/customers",
    status_code=201,
    operation_id="addCustomer",
    tags=["customers"],
    opt=needs("staff", access.MANAGE, scope="all"),
)
async def add_customer(
    data: JSONBody[AddCustomer],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> Response[CustomerRecord]:
    """Add a customer. A mail address or a number names one person: one that is taken is refused (409)."""
    values = {name: getattr(data, name) for name in ("locale", "tier", "dedicated_agent_id", "tags", "notes")}
    given = {name: _kept(value) for name, value in values.items() if value not in (None, [], "", "normal")}
    new = commands.NewCustomer(name=data.name, handles=_given(data.handles, "handles"), values=given)
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        person_id = await commands.add_customer(tx, authority, new, via=via, now=now)
        await tx.flush()
        return _versioned(await compose.record(tx, authority, person_id), status=201)


@patch(
    "/customers/{customer_id:int}",
    operation_id="setCustomer",
    tags=["customers"],
    opt=needs("staff", access.MANAGE, scope="all") | {"refuses": (409, 412)},
    response_headers=_VERSION,
)
async def set_customer(
    customer_id: PathCustomer,
    data: JSONBody[SetCustomer],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> Response[CustomerRecord]:
    """Change what is known of a customer, and how they are reached. What is left out stays. 412 when they were changed
    since ``If-Match``. An address that you do not vouch for brings their mails together and lets nobody sign in."""
    found = {name: value for name in _LISTS if (value := getattr(data, name)) is not msgspec.UNSET}
    values = {name: _kept(value) for name, value in found.items()}
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        await commands.change_customer(
            tx,
            authority,
            customer_id,
            values,
            add=_given(data.add_handles, "add_handles"),
            remove=[_handle(one, f"remove_handles.{n}") for n, one in enumerate(data.remove_handles)],
            seen=seen,
            via=via,
            now=now,
        )
        await tx.flush()
        return _versioned(await compose.record(tx, authority, customer_id))


@get(
    "/customers/{customer_id:int}/likenesses",
    operation_id="listMergeProposals",
    tags=["customers"],
    opt=needs("staff", access.MANAGE),
)
async def list_merge_proposals(
    customer_id: PathCustomer, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[MergeProposal]:
    """Who may be the same person as this customer, the likeliest first, and why. Only whom the reader may see."""
    reader = reader_somewhere(authority)
    async with db.read(authority.workspace_id) as tx:
        record = await compose.record(tx, authority, customer_id)
        if record.merged_into is not None or not record.can_manage:
            return []
        (alike,) = await tx.gather(likeness.candidates(customer_id))
        who = [one for one in alike if one.id == customer_id]
        proposed = likeness.proposals(who[0], alike) if who else []
        if not proposed:
            return []
        (found,) = await tx.gather(search.named([one.id for one in proposed], access.within(authority, access.MANAGE)))
    lines = {one.id: compose.line(one, reader) for one in found}
    return [MergeProposal(customer=lines[one.id], reasons=list(one.reasons)) for one in proposed if one.id in lines]


handlers = [list_customers, get_customer, add_customer, set_customer, list_merge_proposals]


def _place(last: FoundCustomer) -> SearchPlace:
    return SearchPlace(last.way, last.key, last.id)


def _versioned(record: CustomerRecord, status: int = 200) -> Response[CustomerRecord]:
    headers = {"ETag": f'"{record.version}"', "Cache-Control": "private, no-cache"}
    return Response(record, status_code=status, headers=headers)


def _kept(value: Any) -> Any:
    """Tags as a set in the order in which they were given."""
    return list(dict.fromkeys(value)) if isinstance(value, list) else value


def _given(asked: Sequence[NewHandle], path: str) -> tuple[Given, ...]:
    found = {(one := _handle(new, f"{path}.{n}")).key: Given(one, new.vouched) for n, new in enumerate(asked)}
    return tuple(found.values())


def _handle(given: NewHandle | OldHandle, path: str) -> Handle:
    """Raises:
    Invalid: it is no mail address, or no number.
    """
    if given.kind == "mail":
        local, at, domain = given.handle.strip().rpartition("@")
        if not (local and at and domain) or "@" in local or any(sign.isspace() for sign in given.handle.strip()):
            raise Invalid(faults=(FieldFault(f"{path}.handle", "not_a_mail"),))
        return mail_handle(given.handle)
    try:
        return phone_handle(given.handle)
    except Invalid:
        raise Invalid(faults=(FieldFault(f"{path}.handle", "not_a_phone"),)) from None
