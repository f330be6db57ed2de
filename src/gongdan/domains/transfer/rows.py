"""Every statement of transfer: what came from where, and who and what a row names."""

from collections.abc import Collection, Sequence
from typing import Any, Literal

import msgspec

from gongdan.domains.imports.public import forget_named
from gongdan.infra.db.tx import Query, Tx
from gongdan.kernel.text import Name

What = Literal["ticket", "person"]
Origin = tuple[str, What, str]
"""Source, what it is, what tells it from others there."""


class KnownOrigin(msgspec.Struct, frozen=True):
    """What became of a thing of a source."""

    source: str
    what: str
    external_id: str
    target_id: int

    @property
    def origin(self) -> Any:
        return self.source, self.what, self.external_id


def known(origins: Collection[Origin]) -> Query[KnownOrigin]:
    """Those of the things that were brought in already; served by the primary key."""
    listed = sorted(origins)
    return Query(
        KnownOrigin,
        """
        select i.source, i.what, i.external_id, i.target_id
          from unnest(%(sources)s::text[], %(whats)s::text[], %(ids)s::text[]) o (source, what, external_id)
          join imported_thing i on i.workspace_id = %(workspace)s
           and i.source = o.source and i.what = o.what and i.external_id = o.external_id
        """,
        {
            "sources": [source for source, _, _ in listed],
            "whats": [what for _, what, _ in listed],
            "ids": [external_id for _, _, external_id in listed],
        },
        asks=bool(listed),
    )


def remember(tx: Tx, origin: Origin, target_id: int, *, import_id: int | None = None, row: int | None = None) -> None:
    """Queue what a thing of a source became, and by which row of which import. A ticket is remembered once; a person
    anew, once the one who was known was erased."""
    source, what, external_id = origin
    key = {"workspace_id": tx.workspace_id, "source": source, "what": what, "external_id": external_id}
    became = {"target_id": target_id, "import_id": import_id, "number": row}
    if what == "person":
        tx.keep("imported_thing", key, became)
    else:
        tx.insert("imported_thing", key | became)


class NamedMember(msgspec.Struct, frozen=True):
    id: int
    mail: str
    name: str
    active: bool


def members_called(words: Collection[str]) -> Query[NamedMember]:
    """Members by mail address, in lower case, or by name; there are few."""
    return Query(
        NamedMember,
        """
        select m.person_id as id, m.mail, p.name, m.active
          from member m
          join person p on p.workspace_id = m.workspace_id and p.id = m.person_id
         where m.workspace_id = %(workspace)s and (m.mail = any(%(words)s) or lower(p.name) = any(%(words)s))
         order by m.active desc, m.person_id
        """,
        {"words": sorted(words)},
        asks=bool(words),
    )


class _Id(msgspec.Struct, frozen=True):
    id: int


def who_left(people: Collection[int]) -> Query[_Id]:
    """Those of the members who do not work here any more."""
    return Query(
        _Id,
        """
        select person_id as id
          from member
         where workspace_id = %(workspace)s and person_id = any(%(people)s) and not active
        """,
        {"people": sorted(people)},
        asks=bool(people),
    )


class NamedTeam(msgspec.Struct, frozen=True):
    key: str
    name: Name


def all_teams() -> Query[NamedTeam]:
    return Query(NamedTeam, "select key, name from team where workspace_id = %(workspace)s order by key", {})


class ImportedTicket(msgspec.Struct, frozen=True):
    number: int
    """Of the row."""
    id: int


def tickets_of(import_id: int, numbers: Sequence[int]) -> Query[ImportedTicket]:
    """The tickets that these rows of an import became."""
    return Query(
        ImportedTicket,
        """
        select number, target_id as id
          from imported_thing
         where workspace_id = %(workspace)s and import_id = %(import)s and what = 'ticket'
           and number = any(%(numbers)s)
        """,
        {"import": import_id, "numbers": list(numbers)},
    )


def touched(ids: Sequence[int]) -> Query[_Id]:
    """Those of the tickets with which somebody did something since they came; what time alone did is nobody's."""
    return Query(
        _Id,
        """
        select distinct stream_id as id
          from event
         where workspace_id = %(workspace)s and stream = 'ticket' and stream_id = any(%(ids)s)
           and seq > 1 and actor <> 'system'
        """,
        {"ids": list(ids)},
        asks=bool(ids),
    )


class ForgetRow(msgspec.Struct, frozen=True):
    """Effect: the row of a table that a ticket came in is not kept any more."""

    ticket_id: int


def forget_row(tx: Tx, effect: ForgetRow) -> None:
    forget_named(
        tx,
        """
        select import_id, number
          from imported_thing
         where workspace_id = %(workspace)s and what = 'ticket' and target_id = %(ticket)s
        """,
        ticket=effect.ticket_id,
    )


def forget(tx: Tx, import_id: int, number: int) -> None:
    """The row may be brought in anew."""
    tx.put(
        """
        delete from imported_thing
         where workspace_id = %(workspace)s and import_id = %(import)s and what = 'ticket' and number = %(number)s
        """,
        number=number,
        **{"import": import_id},
    )
