"""Writing members' notices: what a person has not read yet about a ticket is one line of each kind, with a count."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.notifications.meanings import FAMILIES, GRAVITY
from gongdan.infra.db.tx import Database, Tx
from gongdan.kernel.text import Name


class NewNotice(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    ticket_id: int
    person_id: int
    key: str
    """Of the event that it tells."""
    seq: int
    """Place of that event in the ticket's log."""
    text: Name
    at: datetime

    @property
    def line(self) -> tuple[int, int, str]:
        """What is told in one line."""
        return self.person_id, self.ticket_id, FAMILIES.get(self.kind, self.kind)


class WrittenNotice(msgspec.Struct, frozen=True):
    """A notice that was written or counted up."""

    id: int
    person_id: int


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    person_id: int
    ticket_id: int
    kind: str
    seq: int
    is_read: bool


async def write_notices(db: Database, tx: Tx, new: Sequence[NewNotice]) -> tuple[list[WrittenNotice], set[str]]:
    """Write what is new, and return the notices that were changed and the keys of the events that were told.

    An event that a person was told of already, read or not, is told once: within a ticket the log has one order.
    """
    told: dict[tuple[int, int, str], int] = {}
    unread: dict[tuple[int, int, str], _Known] = {}
    for known in await _known(tx, new):
        line = (known.person_id, known.ticket_id, FAMILIES.get(known.kind, known.kind))
        told[line] = max(told.get(line, 0), known.seq)
        if not known.is_read:
            unread[line] = known
    lines: dict[tuple[int, int, str], list[NewNotice]] = {}
    for one in new:
        if one.seq > told.get(one.line, 0):
            lines.setdefault(one.line, []).append(one)
    kept = await _insert(db, tx, [found for line, found in lines.items() if line not in unread])
    for line, found in lines.items():
        if line in unread:
            _count_up(tx, unread[line], found)
            kept.append(WrittenNotice(unread[line].id, unread[line].person_id))
    return kept, {one.key for found in lines.values() for one in found}


async def _known(tx: Tx, new: Sequence[NewNotice]) -> list[_Known]:
    """The notices of these persons about these tickets, locked, so that nobody reads one that is being counted up;
    served by ``notice_of_ticket``."""
    return await tx.rows(
        _Known,
        """
        select n.id, n.person_id, n.ticket_id, n.kind, n.seq, n.read_at is not null as is_read
          from notice n
         where n.workspace_id = %(workspace)s
           and (n.person_id, n.ticket_id) in (select * from unnest(%(people)s::bigint[], %(tickets)s::bigint[]))
         order by n.person_id, n.id
           for update of n
        """,
        people=[one.person_id for one in new],
        tickets=[one.ticket_id for one in new],
    )


def _said(found: Sequence[NewNotice]) -> NewNotice:
    """The gravest of them, and of equals the latest."""
    return max(found, key=lambda one: (GRAVITY.get(one.kind, 0), one.seq))


async def _insert(db: Database, tx: Tx, lines: Sequence[Sequence[NewNotice]]) -> list[WrittenNotice]:
    if not lines:
        return []
    ids, said = await db.ids(len(lines)), [_said(found) for found in lines]
    return await tx.rows(
        WrittenNotice,
        """
        insert into notice (workspace_id, id, person_id, key, kind, ticket_id, text, at, seq, count)
        select %(workspace)s, n.id, n.person_id, n.key, n.kind, n.ticket_id, n.text::jsonb, n.at, n.seq, n.count
          from unnest(%(ids)s::bigint[], %(people)s::bigint[], %(keys)s::text[], %(kinds)s::text[],
                      %(tickets)s::bigint[], %(texts)s::text[], %(times)s::timestamptz[], %(seqs)s::int[],
                      %(counts)s::int[])
               n (id, person_id, key, kind, ticket_id, text, at, seq, count)
        on conflict (workspace_id, person_id, key) do nothing
        returning id, person_id
        """,
        ids=[ids.next() for _ in lines],
        people=[one.person_id for one in said],
        keys=[one.key for one in said],
        kinds=[one.kind for one in said],
        tickets=[one.ticket_id for one in said],
        texts=[_json(one.text) for one in said],
        times=[max(one.at for one in found) for found in lines],
        seqs=[max(one.seq for one in found) for found in lines],
        counts=[len(found) for found in lines],
    )


def _count_up(tx: Tx, known: _Known, found: Sequence[NewNotice]) -> None:
    said = _said(found)
    is_graver = GRAVITY.get(said.kind, 0) >= GRAVITY.get(known.kind, 0)
    tx.put(
        """
        update notice
           set count = count + %(count)s, seq = %(seq)s, at = greatest(at, %(at)s),
               kind = coalesce(%(kind)s, kind), text = coalesce(%(text)s::jsonb, text)
         where workspace_id = %(workspace)s and person_id = %(person)s and id = %(id)s
        """,
        person=known.person_id,
        id=known.id,
        count=len(found),
        seq=max(one.seq for one in found),
        at=max(one.at for one in found),
        kind=said.kind if is_graver else None,
        text=_json(said.text) if is_graver else None,
    )


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
