"""What of a customer goes over to the one who they turned out to be, and comes back. Tickets and conversations are
moved by whoever calls this (``tickets``), in the same transaction.

Rights never widen by it. A handle that nobody proved lets nobody in once there is more to see than what came by it; and
nobody administers an organisation because somebody else did.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.public import Authority, may_somewhere, sessions
from gongdan.domains.customers import access, errors, queries
from gongdan.domains.customers.commands.records import keys_of
from gongdan.domains.customers.events import (
    CustomerCameOut,
    CustomerMerged,
    CustomerUnmerged,
    CustomerWentInto,
)
from gongdan.domains.customers.queries import Belonging, CustomerRow, HandleRow
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.log.append import append
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Actor


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """Two customers who are one, and what each has."""

    kept: CustomerRow
    merged: CustomerRow
    kept_handles: Sequence[HandleRow]
    merged_handles: Sequence[HandleRow]
    kept_belongings: Sequence[Belonging]
    merged_belongings: Sequence[Belonging]


class Teller(msgspec.Struct, frozen=True, kw_only=True):
    """As whom and when the log is told."""

    actor: Actor
    command_id: int
    release: int
    now: datetime


async def join(tx: Tx, authority: Authority, kept_id: int, merged_id: int) -> Joined:
    """Lock and load both.

    Raises:
        Invalid: they are one already.
        CustomerNotFound, Forbidden: of either.
        IsMerged: one of them is somebody else. MemberStays: whoever is to go is a member.
        IsMember: whoever is to stay is one, whose addresses are for who manages people.
    """
    if kept_id == merged_id:
        raise Invalid(faults=(FieldFault("merged_id", "customers.same_customer"),))
    _, found, *rest = await tx.gather(
        queries.lock(kept_id, merged_id),
        queries.customers([kept_id, merged_id]),
        queries.handles_of(kept_id),
        queries.handles_of(merged_id),
        queries.belongings_of(kept_id),
        queries.belongings_of(merged_id),
    )
    people = {one.id: one for one in found}
    for id in (kept_id, merged_id):
        access.check(authority, keys_of(people[id]) if id in people else None, access.MANAGE, id)
        if (into := people[id].merged_into) is not None:
            raise errors.IsMerged(into=into)
    if people[merged_id].is_member:
        raise errors.MemberStays()
    if people[kept_id].is_member and not may_somewhere(authority, "people.manage"):
        raise errors.IsMember()
    return Joined(
        kept=people[kept_id],
        merged=people[merged_id],
        kept_handles=rest[0],
        merged_handles=rest[1],
        kept_belongings=rest[2],
        merged_belongings=rest[3],
    )


class NewlySeen(msgspec.Struct, frozen=True, kw_only=True):
    """What a merge lets a proved address in to that it did not open before."""

    people: tuple[int, ...]
    """Whose tickets."""
    organisations: bool
    """Also those of organisations that the other administers."""


def newly_seen(both: Joined) -> NewlySeen:
    """Pure. A handle that nobody proved lets nobody in to more: ``followed`` closes it."""
    kept, merged = (
        any(one.opens and one.verified_at is not None for one in handles)
        for handles in (both.kept_handles, both.merged_handles)
    )
    sides = ((both.merged.id, kept), (both.kept.id, merged))
    return NewlySeen(
        people=tuple(id for id, is_seen in sides if is_seen),
        organisations=merged and any(one.is_admin for one in both.kept_belongings),
    )


def followed(
    both: Joined, *, tickets: Sequence[int], conversations: Sequence[int], kept_has_any: bool
) -> CustomerMerged:
    """What a merge does, as it is told. Pure. ``kept_has_any``: whether there is anything of the one who stays that the
    other may not see for an address that nobody proved."""
    has_any = bool(tickets or conversations or both.merged_belongings)
    return CustomerMerged(
        merged_id=both.merged.id,
        tickets=tuple(tickets),
        conversations=tuple(conversations),
        handles=tuple((one.kind, one.account, one.handle, one.opens) for one in both.merged_handles),
        closed=tuple(
            (one.kind, one.account, one.handle)
            for one in (
                *(both.kept_handles if has_any else ()),
                *(both.merged_handles if kept_has_any or both.kept_belongings else ()),
            )
            if one.opens and one.verified_at is None
        ),
        organisations=tuple((one.id, one.is_admin) for one in both.merged_belongings),
        joined=tuple(
            one.id for one in both.merged_belongings if one.id not in {here.id for here in both.kept_belongings}
        ),
    )


async def merge(tx: Tx, both: Joined, event: CustomerMerged, told: Teller) -> None:
    """Queue that what ``event`` names goes over, and whoever was signed in as the other is not any more."""
    kept, merged = both.kept.id, both.merged.id
    tx.put(_MOVE_HANDLES, before=merged, after=kept, **_columns(event.handles))
    tx.put(_SET_OPENS, person=kept, opens=False, **_columns(event.closed))
    tx.put(_LEAVE, person=merged, organisations=[id for id, _ in event.organisations])
    for id in event.joined:
        key = {"workspace_id": tx.workspace_id, "person_id": kept, "organisation_id": id}
        tx.keep("organisation_member", key, {"is_admin": False})
    tx.put(_SET_MERGED, person=merged, into=kept)
    tx.put(_SET_VERSION, person=kept)
    await sessions.revoke(tx, merged)
    await _tell(tx, kept, event, told)
    await _tell(tx, merged, CustomerWentInto(into_id=kept), told)


class Parted(msgspec.Struct, frozen=True, kw_only=True):
    kept: CustomerRow
    merged: CustomerRow
    event: CustomerMerged


async def part(tx: Tx, authority: Authority, kept_id: int, merged_id: int) -> Parted:
    """Lock and load a customer and one who was merged into them, with what went over then.

    Raises:
        CustomerNotFound, Forbidden: of either.
        IsNotMerged: they were not merged, or what happened then was erased.
    """
    _, found, bodies = await tx.gather(
        queries.lock(kept_id, merged_id),
        queries.customers([kept_id, merged_id]),
        _merges(kept_id),
    )
    people = {one.id: one for one in found}
    for id in (kept_id, merged_id):
        access.check(authority, keys_of(people[id]) if id in people else None, access.MANAGE, id)
    event = next((one for one in map(_read, bodies) if one is not None and one.merged_id == merged_id), None)
    if people[merged_id].merged_into != kept_id or event is None:
        raise errors.IsNotMerged(id=merged_id)
    return Parted(kept=people[kept_id], merged=people[merged_id], event=event)


async def unmerge(tx: Tx, both: Parted, *, tickets: Sequence[int], conversations: Sequence[int], told: Teller) -> None:
    """Queue that handles and organisations go back as far as they are still the customer's. A handle that was proved
    meanwhile lets its person in."""
    kept, merged, event = both.kept.id, both.merged.id, both.event
    tx.put(_MOVE_HANDLES, before=kept, after=merged, **_columns(event.handles))
    opened = [(kind, account, handle) for kind, account, handle, opens in event.handles if opens]
    tx.put(_SET_OPENS, person=merged, opens=True, **_columns(opened))
    tx.put(_SET_OPENS, person=kept, opens=True, **_columns(event.closed))
    tx.put(_LEAVE, person=kept, organisations=list(event.joined))
    for id, is_admin in event.organisations:
        tx.put(_BELONG_AGAIN, person=merged, organisation=id, is_admin=is_admin)
    tx.put(_SET_MERGED, person=merged, into=None)
    tx.put(_SET_VERSION, person=kept)
    if not both.kept.is_member:
        await sessions.revoke(tx, kept)
    gone = CustomerUnmerged(merged_id=merged, tickets=tuple(tickets), conversations=tuple(conversations))
    await _tell(tx, kept, gone, told)
    await _tell(tx, merged, CustomerCameOut(of_id=kept), told)


async def _tell(tx: Tx, person_id: int, event: Any, told: Teller) -> None:
    await append(
        tx,
        "customer",
        person_id,
        [event],
        actor=told.actor,
        command_id=told.command_id,
        release=told.release,
        now=told.now,
    )


def _columns(keys: Sequence[tuple[Any, ...]]) -> dict[str, list[str]]:
    return {name: [key[at] for key in keys] for at, name in enumerate(("kinds", "accounts", "handles"))}


class _Body(msgspec.Struct, frozen=True):
    body: bytes | None


def _merges(kept_id: int) -> Query[_Body]:
    """Served by the log's primary key: the stream of one customer."""
    return Query(
        _Body,
        """
        select body
          from event
         where workspace_id = %(workspace)s and stream = 'customer' and stream_id = %(kept)s
           and kind = 'customer.merged'
         order by seq desc
         limit 1000
        """,
        {"kept": kept_id},
    )


_decoder: Final = msgspec.json.Decoder(CustomerMerged)


def _read(row: _Body) -> CustomerMerged | None:
    return None if row.body is None else _decoder.decode(row.body)


_MOVE_HANDLES: Final = """
update identity i set person_id = %(after)s
  from unnest(%(kinds)s::text[], %(accounts)s::text[], %(handles)s::text[]) h (kind, account, handle)
 where i.workspace_id = %(workspace)s and i.kind = h.kind and i.account = h.account and i.handle = h.handle
   and i.person_id = %(before)s
"""
_SET_OPENS: Final = """
update identity i set opens = %(opens)s
  from unnest(%(kinds)s::text[], %(accounts)s::text[], %(handles)s::text[]) h (kind, account, handle)
 where i.workspace_id = %(workspace)s and i.kind = h.kind and i.account = h.account and i.handle = h.handle
   and i.person_id = %(person)s
"""
_LEAVE: Final = """
delete from organisation_member
 where workspace_id = %(workspace)s and person_id = %(person)s and organisation_id = any(%(organisations)s)
"""
_BELONG_AGAIN: Final = """
insert into organisation_member (workspace_id, organisation_id, person_id, is_admin)
select %(workspace)s, o.id, %(person)s, %(is_admin)s
  from organisation o
 where o.workspace_id = %(workspace)s and o.id = %(organisation)s
    on conflict do nothing
"""
_SET_MERGED: Final = """
update customer set merged_into = %(into)s, version = version + 1
 where workspace_id = %(workspace)s and person_id = %(person)s
"""
_SET_VERSION: Final = """
update customer set version = version + 1 where workspace_id = %(workspace)s and person_id = %(person)s
"""
