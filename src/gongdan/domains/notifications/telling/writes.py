"""Writing members' notices: what a person has not read yet about a ticket is one line of each kind, with a count."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.infra.db.tx import Database, Tx
from gongdan.kernel.text import Name

Place = tuple[int, int | None, str]
"""(person, ticket, line): what is told there is one notice until it is read."""


class NewNotice(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    """The key of its meaning."""
    line: str
    """Meanings of a line are told as one."""
    gravity: int
    ticket_id: int | None
    person_id: int
    key: str
    """Of the event that it tells."""
    seq: int
    """Place of that event in its stream."""
    text: Name
    at: datetime
    in_app: bool

    @property
    def place(self) -> Place:
        return self.person_id, self.ticket_id, self.line


class WrittenNotice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice that was written or counted up."""

    id: int
    person_id: int
    kind: str
    """What it says now."""
    in_app: bool
    is_again: bool
    """It was told before, and is no graver now."""


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    person_id: int
    ticket_id: int | None
    kind: str
    line: str
    gravity: int
    seq: int
    is_read: bool
    in_app: bool

    @property
    def place(self) -> Place:
        return self.person_id, self.ticket_id, self.line


async def write_notices(db: Database, tx: Tx, new: Sequence[NewNotice]) -> tuple[list[WrittenNotice], set[str]]:
    """Write what is new, and return the notices that were changed and the keys of the events that were told.

    An event that a person was told of already, read or not, is told once: within a ticket the log has one order.
    """
    told: dict[Place, int] = {}
    unread: dict[Place, _Known] = {}
    for known in await _known(tx, new):
        told[known.place] = max(told.get(known.place, 0), known.seq)
        if not known.is_read:
            unread[known.place] = known
    places: dict[Place, list[NewNotice]] = {}
    for one in new:
        if one.seq > told.get(one.place, 0):
            places.setdefault(one.place, []).append(one)
    again = {place: found for place, found in places.items() if place in unread and any(one.in_app for one in found)}
    kept = await _insert(db, tx, [found for place, found in places.items() if place not in again])
    kept += _count_up(tx, again, unread)
    return kept, {one.key for found in places.values() for one in found}


async def _known(tx: Tx, new: Sequence[NewNotice]) -> list[_Known]:
    """The notices of these persons about these tickets, locked, so that nobody reads one that is being counted up;
    served by ``notice_of_ticket``. Of what is no ticket's, the unread of the same line (``notice_unread``); what was
    read is known by the key of its event."""
    return await tx.rows(
        _Known,
        """
        select n.id, n.person_id, n.ticket_id, n.kind, n.line, n.gravity, n.seq, n.read_at is not null as is_read,
               n.in_app
          from notice n
         where n.workspace_id = %(workspace)s
           and (n.person_id, n.ticket_id) in (select * from unnest(%(people)s::bigint[], %(tickets)s::bigint[]))
            or n.workspace_id = %(workspace)s
           and n.id in (select o.id
                          from unnest(%(readers)s::bigint[], %(lines)s::text[]) l (person_id, line)
                          join notice o
                            on o.workspace_id = %(workspace)s and o.person_id = l.person_id and o.read_at is null
                           and o.ticket_id is null and o.line = l.line)
         order by n.person_id, n.id
           for update of n
        """,
        people=[one.person_id for one in new if one.ticket_id is not None],
        tickets=[one.ticket_id for one in new if one.ticket_id is not None],
        readers=[one.person_id for one in new if one.ticket_id is None],
        lines=[one.line for one in new if one.ticket_id is None],
    )


def _said(found: Sequence[NewNotice]) -> NewNotice:
    """The gravest of them, and of equals the latest."""
    return max(found, key=lambda one: (one.gravity, one.seq))


async def _insert(db: Database, tx: Tx, places: Sequence[Sequence[NewNotice]]) -> list[WrittenNotice]:
    """What is not told in the app counts as read: nobody sees it there, and the next one is told anew."""
    if not places:
        return []
    ids, said = await db.ids(len(places)), [_said(found) for found in places]
    return await tx.rows(
        WrittenNotice,
        """
        insert into notice (workspace_id, id, person_id, key, kind, line, gravity, ticket_id, text, at, seq, count,
                            in_app, read_at)
        select %(workspace)s, n.id, n.person_id, n.key, n.kind, n.line, n.gravity, n.ticket_id, n.text::jsonb, n.at,
               n.seq, n.count, n.in_app, case when n.in_app then null else n.at end
          from unnest(%(ids)s::bigint[], %(people)s::bigint[], %(keys)s::text[], %(kinds)s::text[],
                      %(lines)s::text[], %(gravities)s::int[], %(tickets)s::bigint[], %(texts)s::text[],
                      %(times)s::timestamptz[], %(seqs)s::int[], %(counts)s::int[], %(in_app)s::bool[])
               n (id, person_id, key, kind, line, gravity, ticket_id, text, at, seq, count, in_app)
        on conflict (workspace_id, person_id, key) do nothing
        returning id, person_id, kind, in_app, false as is_again
        """,
        ids=[ids.next() for _ in places],
        people=[one.person_id for one in said],
        keys=[one.key for one in said],
        kinds=[one.kind for one in said],
        lines=[one.line for one in said],
        gravities=[one.gravity for one in said],
        tickets=[one.ticket_id for one in said],
        texts=[_json(one.text) for one in said],
        times=[max(one.at for one in found) for found in places],
        seqs=[max(one.seq for one in found) for found in places],
        counts=[len(found) for found in places],
        in_app=[any(one.in_app for one in found) for found in places],
    )


def _count_up(
    tx: Tx, places: Mapping[Place, Sequence[NewNotice]], unread: Mapping[Place, _Known]
) -> list[WrittenNotice]:
    """One notice that nobody read yet says the gravest of what happened, and how often something did."""
    if not places:
        return []
    known, said = [unread[place] for place in places], [_said(found) for found in places.values()]
    graver = [new.gravity >= old.gravity for new, old in zip(said, known, strict=True)]
    tx.put(
        """
        update notice t
           set count = t.count + n.count, seq = n.seq, at = greatest(t.at, n.at),
               gravity = greatest(t.gravity, n.gravity),
               kind = coalesce(n.kind, t.kind), text = coalesce(n.text::jsonb, t.text)
          from unnest(%(ids)s::bigint[], %(people)s::bigint[], %(kinds)s::text[], %(gravities)s::int[],
                      %(texts)s::text[], %(times)s::timestamptz[], %(seqs)s::int[], %(counts)s::int[])
               n (id, person_id, kind, gravity, text, at, seq, count)
         where t.workspace_id = %(workspace)s and t.person_id = n.person_id and t.id = n.id
        """,
        ids=[one.id for one in known],
        people=[one.person_id for one in known],
        kinds=[one.kind if is_graver else None for one, is_graver in zip(said, graver, strict=True)],
        gravities=[one.gravity for one in said],
        texts=[_json(one.text) if is_graver else None for one, is_graver in zip(said, graver, strict=True)],
        times=[max(one.at for one in found) for found in places.values()],
        seqs=[max(one.seq for one in found) for found in places.values()],
        counts=[len(found) for found in places.values()],
    )
    return [
        WrittenNotice(
            id=old.id,
            person_id=old.person_id,
            kind=new.kind if is_graver else old.kind,
            in_app=old.in_app,
            is_again=new.gravity <= old.gravity,
        )
        for old, new, is_graver in zip(known, said, graver, strict=True)
    ]


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
