"""What the live side reads of the inbox: tickets that changed, who may see one, views and their members (spec 01,
live; spec 11.5)."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
from psycopg.errors import QueryCanceled

from gongdan.conditions.selected import Selected, select, values
from gongdan.domains.accounts.public import Authority, TicketKeys, reach
from gongdan.domains.inbox.lists.cursors import LIVE
from gongdan.domains.inbox.lists.queries import LINE, NAMES, QueueLine, shown
from gongdan.domains.inbox.lists.reading import AT_MOST_S, ListRequest, broken, check_filter, list_of
from gongdan.domains.inbox.views import saved
from gongdan.domains.inbox.views.columns import CellSource
from gongdan.domains.inbox.views.counts import COUNTED, view_members
from gongdan.domains.inbox.views.saved import Arrangement
from gongdan.domains.inbox.views.shipped import shipped_for
from gongdan.domains.inbox.views.watching import opened, watch
from gongdan.domains.realtime.public import (
    ListAsked,
    LiveLine,
    LoadLines,
    LoadMembers,
    LoadViews,
    OpenedList,
    OpenList,
    ReadersViews,
    Wanted,
    Watch,
)
from gongdan.domains.tickets.public import RuleBook
from gongdan.infra.db.tx import Database, Query, ReadTx
from gongdan.kernel import clock

_PARTICIPANTS = """
       array(select distinct p.person_id from participant p
              where p.workspace_id = t.workspace_id and p.ticket_id = t.id) as participants
"""


class _Kept(QueueLine, frozen=True, kw_only=True):
    creator_id: int | None
    organisation_id: int | None
    participants: list[int]
    is_listed: bool

    def keys(self) -> TicketKeys:
        return TicketKeys(
            id=self.id,
            team=self.team,
            type=self.type,
            assignee_id=self.assignee_id,
            requester_id=self.requester_id,
            creator_id=self.creator_id,
            organisation_id=self.organisation_id,
            participants=frozenset(self.participants),
        )


def lines(rules: RuleBook) -> LoadLines:
    """The lines of tickets; of spam, trash and the archive without a row. One round trip, served by the primary key."""

    async def load(tx: ReadTx, ids: Sequence[int], wanted: Wanted, /) -> list[LiveLine]:
        selected = {
            release: select(
                field for key, field in (await rules(tx.workspace_id, release)).registry.items() if key in keys
            )
            for release, keys in wanted.values.items()
        }
        (found, *valued) = await tx.gather(
            _lines(ids, wanted.fields), *(_values(ids, one) for one in selected.values())
        )
        of_ticket = {
            release: {row["id"]: values(one, row) for row in rows}
            for (release, one), rows in zip(selected.items(), valued, strict=True)
        }
        return [
            LiveLine(
                keys=one.keys(),
                number=one.number,
                version=one.version,
                row=msgspec.structs.replace(one.row(), fields={}) if one.is_listed else None,
                values={release: of[one.id] for release, of in of_ticket.items()},
                fields=one.fields,
            )
            for one in found
        ]

    return load


def _lines(ids: Sequence[int], fields: Mapping[str, CellSource]) -> Query[_Kept]:
    also = shown(fields)
    return Query(
        _Kept,
        f"""
        select {LINE}, t.creator_id, t.organisation_id, {LIVE} as is_listed, {_PARTICIPANTS}{also.text}
          from ticket t
        {NAMES}
         where t.workspace_id = %(workspace)s
           and t.id = any(%(ids)s)
        """,
        {"ids": list(ids), **also.params},
    )


def _values(ids: Sequence[int], selected: Selected) -> Query[dict[str, Any]]:
    columns = f", {selected.columns}" if selected.columns else ""
    return Query(
        dict,
        f"""
        select t.id{columns}
          from ticket t {" ".join(sorted(selected.joins))}
         where t.workspace_id = %(workspace)s
           and t.id = any(%(ids)s)
        """,
        {"ids": list(ids), **selected.params},
    )


async def find(tx: ReadTx, number: str) -> TicketKeys | None:
    """What decides who may see this ticket. Served by the unique index on the number."""
    return await tx.row(
        TicketKeys,
        f"""
        select t.id, t.team, t.type, t.assignee_id, t.requester_id, t.creator_id, t.organisation_id, {_PARTICIPANTS}
          from ticket t
         where t.workspace_id = %(workspace)s
           and t.number = %(number)s
        """,
        number=number,
    )


def views(rules: RuleBook) -> LoadViews:
    """The views of a reader that are counted: the first that they neither hide nor cannot read."""

    async def load(db: Database, authority: Authority, /) -> ReadersViews:
        book = await rules(authority.workspace_id, authority.release)
        async with db.read(authority.workspace_id) as tx:
            rows, how = await tx.gather(saved.of_reader(authority), saved.arrangement(authority), last=True)
        arrangement = how[0] if how else Arrangement()
        found = saved.arranged([*shipped_for(authority), *(row.view() for row in rows)], arrangement)
        wanted = [one for one in found if one.counted and one.key not in arrangement.hidden]
        seen = [one for one in wanted if not broken(one, authority, book)]
        reached = reach(authority)
        return ReadersViews(
            watches=tuple(watch(one, authority, reached, book) for one in seen[:COUNTED]),
            edition=(tuple((one.key, one.version) for one in found), tuple(arrangement.hidden)),
        )

    return load


def members(rules: RuleBook) -> LoadMembers:
    """The tickets of views. Those that people made have so long together as a list has."""

    async def load(db: Database, authority: Authority, watches: Sequence[Watch], /) -> list[Collection[int] | None]:
        book = await rules(authority.workspace_id, authority.release)
        found: dict[str, Collection[int]] = {}
        for is_shipped in (True, False):
            named = [one.source for one in watches if one.source.is_shipped is is_shipped]
            if not named:
                continue
            try:
                async with db.read(authority.workspace_id, at_most_s=None if is_shipped else AT_MOST_S) as tx:
                    ids = await view_members(tx, authority, book, views=named, now=clock.now())
            except QueryCanceled:
                continue
            found |= {view.key: of_view for view, of_view in zip(named, ids, strict=True)}
        return [found.get(one.view) for one in watches]

    return load


def open_list(rules: RuleBook) -> OpenList:
    """A list as ``read_page`` reads it, for watching."""

    async def load(db: Database, authority: Authority, asked: ListAsked, /) -> OpenedList:
        book = await rules(authority.workspace_id, authority.release)
        wanted = ListRequest(view=asked.view, where=asked.where, sort=asked.sort, order=asked.order)
        async with db.read(authority.workspace_id) as tx:
            found = await list_of(tx, authority, book, wanted)
        if found.where is not None:
            check_filter(found.where, authority, book)
        return opened(found, asked.where, authority, reach(authority), book)

    return load
