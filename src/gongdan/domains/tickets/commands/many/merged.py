"""Tickets follow a category that went into another one, once a release says so (spec 02, categories). It is an ordinary
change of many tickets, by whoever published; nobody is told of it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.categories import Category
from gongdan.domains.operations.public import begin
from gongdan.domains.policy.events import ReleasePublished
from gongdan.domains.policy.public import bundle_of
from gongdan.domains.tickets.commands.many.bulk import KEY, ChangeTickets
from gongdan.domains.tickets.fields.vocabulary import IS_OPEN
from gongdan.infra.db.tx import Database, Query, ReadTx, Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel.events import Logged


def remapping(db: Database) -> Subscriber:
    """Begins an operation for each category that takes another's place in a release and is meant by tickets that are
    not closed. Repeated, or after a person was faster, it finds nothing to change."""

    async def handle(tx: Tx, events: Sequence[Logged[Any]]) -> None:
        async with db.read(tx.workspace_id) as reading:
            gone = await gone_categories(reading, events)
            (rows,) = await reading.gather(_meaning(list(gone)), last=True) if gone else ([],)
        for key, one in gone.items():
            ids = [row.id for row in rows if row.category == key]
            if ids:
                begin(tx, KEY, ChangeTickets(values={"category": one.into}), ids, actor_id=one.by, silent=True)

    return Subscriber(name="remap_categories", kinds=(ReleasePublished,), handle=handle, begins="end")


class Gone(msgspec.Struct, frozen=True):
    into: str
    by: int | None
    """Who published it."""


async def gone_categories(reading: ReadTx, events: Sequence[Logged[Any]]) -> dict[str, Gone]:
    """The categories that went into another one in these releases, by key; ``into`` is in use after the last."""
    published: list[ReleasePublished] = [logged.event for logged in events]
    numbers = {number for one in published for number in (one.before, one.number) if number}
    bundles = {number: await bundle_of(reading, number) for number in sorted(numbers)}
    last = bundles[published[-1].number]
    found: dict[str, int | None] = {}
    for logged in events:
        before = bundles.get(logged.event.before, PolicyBundle())
        found |= dict.fromkeys(new_merges(before, bundles[logged.event.number]), logged.actor.person_id)
    return {key: Gone(into, by) for key, by in found.items() if (into := successor(last, key)) is not None}


def new_merges(before: PolicyBundle, after: PolicyBundle) -> list[str]:
    """Categories that went into another one between two releases. Pure."""
    old = {one.key: one for one in before.categories}
    return [one.key for one in after.categories if _goes(one) and not _same(one, old.get(one.key))]


def _goes(one: Category) -> bool:
    return one.retired and one.merged_into is not None


def _same(one: Category, old: Category | None) -> bool:
    return old is not None and old.retired and old.merged_into == one.merged_into


def successor(bundle: PolicyBundle, key: str) -> str | None:
    """The category in use that took a retired one's place, by way of others if need be; None: it is in use itself, or
    there is none. Pure."""
    by_key: Mapping[str, Category] = {one.key: one for one in bundle.categories}
    seen: set[str] = set()
    at: str | None = key
    while at is not None and at in by_key and at not in seen and by_key[at].retired:
        seen.add(at)
        at = by_key[at].merged_into
    return at if at != key and at in by_key and at not in seen else None


_NOT_CLOSED: Final = f"""
    select t.id, t.category
      from ticket t
     where t.workspace_id = %(workspace)s
       and {IS_OPEN}
       and t.archived_at is null and t.spam_at is null and t.trashed_at is null
    union all
    select id, category
      from ticket
     where workspace_id = %(workspace)s
       and phase = 'resolved'
       and archived_at is null and spam_at is null and trashed_at is null
"""
"""Served by the partial indexes of open and of resolved tickets."""


class _Row(msgspec.Struct, frozen=True):
    id: int
    category: str


def _meaning(categories: Sequence[str]) -> Query[_Row]:
    """Those of these categories, by id."""
    return Query(
        _Row,
        f"select id, category from ({_NOT_CLOSED}) t where category = any(%(categories)s) order by id",
        {"categories": list(categories)},
    )
