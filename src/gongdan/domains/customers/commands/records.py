"""Adding a customer, and changing what is known of them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority, actor, may, record, sessions
from gongdan.domains.customers import access, errors, queries, writes
from gongdan.domains.customers.events import CustomerAdded, CustomerChanged, HandleAdded, HandleRemoved
from gongdan.domains.customers.people import Handle, lock_handles
from gongdan.domains.customers.queries import CustomerRow, HandleRow, HolderRow
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.append import append
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Event, Via

MOST_HANDLES: Final = 50
PLAIN: Final = ("name", "locale", "tier", "dedicated_agent_id", "tags", "notes")
OF_PERSON: Final = frozenset({"name", "locale"})


class Given(msgspec.Struct, frozen=True):
    """A way to reach somebody, as a member gives it."""

    handle: Handle
    vouched: bool = False
    """They found it to be theirs."""


class NewCustomer(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    handles: tuple[Given, ...] = ()
    values: Mapping[str, Any] = {}
    """Locale, tier, dedicated_agent_id, tags, notes."""


async def add_customer(tx: Tx, authority: Authority, new: NewCustomer, *, via: Via, now: datetime) -> int:
    """A new customer; returns their id.

    Raises:
        Forbidden: they may not manage customers.
        OpensMore: they vouch for a handle, and may not let anybody in.
        HandleTaken: somebody has one of the handles.
        Invalid: the dedicated agent is no active member.
    """
    access.require(authority, access.MANAGE)
    _check_vouching(authority, new.handles)
    await _free(tx, authority, new.handles, None)
    await _check_agent(tx, new.values.get("dedicated_agent_id"))
    person_id, values = tx.ids.next(), dict(new.values)
    locale = values.pop("locale", None)
    own: dict[str, Any] = {"workspace_id": tx.workspace_id}
    guessed = ("zone",) if locale else ("locale", "zone")
    person = {"name": new.name, "locale": locale or authority.locale, "zone": authority.zone, "guessed": guessed}
    tx.insert("person", own | {"id": person_id, "created_at": now} | person)
    tx.insert("customer", own | {"person_id": person_id, "tier": "normal"} | values)
    for given in new.handles:
        writes.add_handle(
            tx, person_id, given.handle.kind, given.handle.handle, vouched_at=now if given.vouched else None
        )
    pairs = tuple((one.handle.kind, one.handle.handle) for one in new.handles)
    events: list[Event] = [CustomerAdded(name=new.name, channel=via, identities=pairs)]
    if values:
        events.append(CustomerChanged(before=dict.fromkeys(values), after=values))
    await record(tx, authority, "customer", person_id, *events, via=via, now=now)
    return person_id


async def change_customer(
    tx: Tx,
    authority: Authority,
    person_id: int,
    values: Mapping[str, Any],
    *,
    add: Sequence[Given] = (),
    remove: Sequence[Handle] = (),
    seen: int | None,
    via: Via,
    now: datetime,
) -> None:
    """Change what is known of a customer, and how they are reached; what stays as it is is not written. Whoever was
    signed in is signed out when a handle goes.

    Raises:
        CustomerNotFound, Forbidden: see ``access``.
        OpensMore: they vouch for a handle, and may not let anybody in.
        StaleCustomer: they were changed since ``seen``.
        IsMerged: they turned out to be somebody else.
        IsMember: mail from their addresses is a colleague's; that is not for who manages customers.
        HandleTaken: somebody else has a handle. TooManyHandles.
        Invalid: the dedicated agent is no active member.
    """
    customer, handles = await for_change(tx, authority, person_id)
    if seen is not None and seen != customer.version:
        raise errors.StaleCustomer(version=customer.version)
    before = {name: getattr(customer, name) for name in values}
    changed = {name: value for name, value in values.items() if before[name] != value}
    if customer.is_member and (OF_PERSON & changed.keys() or add or remove):
        raise errors.IsMember()
    await _check_agent(tx, changed.get("dedicated_agent_id"))
    events: list[Event] = []
    if changed:
        events.append(CustomerChanged(before={name: before[name] for name in changed}, after=changed))
    events += await _reach(tx, authority, person_id, handles, add, remove, now)
    if not events:
        return
    if of_person := {name: changed[name] for name in OF_PERSON & changed.keys()}:
        writes.set_person(tx, person_id, of_person)
    writes.set_customer(tx, person_id, {name: value for name, value in changed.items() if name not in OF_PERSON})
    if any(isinstance(event, HandleRemoved) for event in events) and not customer.is_member:
        await sessions.revoke(tx, person_id)
    await append(
        tx,
        "customer",
        person_id,
        events,
        actor=actor(authority, via),
        command_id=tx.ids.next(),
        release=authority.release,
        now=now,
    )


async def for_change(tx: Tx, authority: Authority, person_id: int) -> tuple[CustomerRow, list[HandleRow]]:
    """A customer and their handles, locked until the end of the transaction, if this actor may change them.

    Raises:
        CustomerNotFound, Forbidden, IsMerged.
    """
    _, found, handles = await tx.gather(
        queries.lock(person_id), queries.customers([person_id]), queries.handles_of(person_id)
    )
    customer = found[0] if found else None
    access.check(authority, keys_of(customer) if customer else None, access.MANAGE, person_id)
    assert customer is not None
    if customer.merged_into is not None:
        raise errors.IsMerged(into=customer.merged_into)
    return customer, handles


def keys_of(customer: CustomerRow) -> access.CustomerKeys:
    return access.CustomerKeys(customer.id, customer.dedicated_agent_id)


async def _reach(
    tx: Tx,
    authority: Authority,
    person_id: int,
    handles: Sequence[HandleRow],
    add: Sequence[Given],
    remove: Sequence[Handle],
    now: datetime,
) -> list[Event]:
    """Queue what changes of how they are reached; returns what happened."""
    theirs = {(one.kind, one.handle): one for one in handles if not one.account}
    gone = [one for one in remove if (one.kind, one.handle) in theirs]
    fresh = [one for one in add if _adds(theirs.get((one.handle.kind, one.handle.handle)), one)]
    if not gone and not fresh:
        return []
    _check_vouching(authority, fresh)
    await _free(tx, authority, fresh, person_id)
    if len(handles) - len(gone) + len(fresh) > MOST_HANDLES:
        raise errors.TooManyHandles(most=MOST_HANDLES)
    events: list[Event] = []
    for handle in gone:
        writes.remove_handle(tx, person_id, handle.kind, handle.handle)
        events.append(HandleRemoved(handle_kind=handle.kind, handle=handle.handle))
    for one in fresh:
        kind, handle_text = one.handle.kind, one.handle.handle
        writes.add_handle(tx, person_id, kind, handle_text, vouched_at=now if one.vouched else None)
        events.append(HandleAdded(handle_kind=kind, handle=handle_text, vouched=one.vouched))
    return events


def _check_vouching(authority: Authority, given: Iterable[Given]) -> None:
    if any(one.vouched for one in given):
        access.require_to_let_in(authority)


def _adds(known: HandleRow | None, given: Given) -> bool:
    """Whether it is new, or newly vouched for."""
    return known is None or (given.vouched and not (known.verified_at and known.opens))


async def _free(tx: Tx, authority: Authority, given: Iterable[Given], person_id: int | None) -> None:
    """Lock the handles, as intake does, and refuse those of somebody else."""
    handles = [one.handle for one in given]
    if not handles:
        return
    kinds, texts = [one.kind for one in handles], [one.handle for one in handles]
    _, found = await tx.gather(lock_handles(handles), queries.holders(kinds, texts))
    for holder in found:
        if holder.id != person_id:
            raise errors.HandleTaken(handle=holder.handle, holder=_named(authority, holder))


def _named(authority: Authority, holder: HolderRow) -> dict[str, Any] | None:
    """Who has it, for whoever may see them; a member is named to nobody here."""
    keys = access.CustomerKeys(holder.id, holder.dedicated_agent_id)
    if not holder.is_customer or not may(authority, access.READ, keys):
        return None
    return {"id": holder.id, "name": holder.name}


async def _check_agent(tx: Tx, agent_id: int | None) -> None:
    if agent_id is None:
        return
    (found,) = await tx.gather(queries.known_members([agent_id]))
    if not found:
        raise Invalid(faults=(FieldFault("dedicated_agent_id", "customers.no_such_agent"),))
