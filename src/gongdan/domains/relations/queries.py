"""What relations read."""

from collections.abc import Sequence
from typing import Any

import msgspec

from gongdan.infra.db.tx import Query


class ChildAndParent(msgspec.Struct, frozen=True):
    child_id: int
    parent_id: int


def lock_families() -> Query[Any]:
    """One at a time puts a ticket below another, so that two cannot close a circle together. First in its command."""
    return Query(tuple, "select pg_advisory_xact_lock(hashtextextended('ticket_family', %(workspace)s))", {})


def family_around(parent_id: int, child_id: int) -> Query[ChildAndParent]:
    """All that stands above the one and below the other, a level further than there may be."""
    return Query(
        ChildAndParent,
        """
        with recursive above (child_id, parent_id, level) as (
          select l.ticket_id, l.other_id, 1 from ticket_link l
           where l.workspace_id = %(workspace)s and l.ticket_id in (%(parent)s, %(child)s) and l.kind = 'child_of'
           union all
          select l.ticket_id, l.other_id, a.level + 1 from above a
            join ticket_link l on l.workspace_id = %(workspace)s and l.ticket_id = a.parent_id and l.kind = 'child_of'
           where a.level < 4
        ),
        below (child_id, parent_id, level) as (
          select l.other_id, l.ticket_id, 1 from ticket_link l
           where l.workspace_id = %(workspace)s and l.ticket_id = %(child)s and l.kind = 'parent_of'
           union all
          select l.other_id, l.ticket_id, b.level + 1 from below b
            join ticket_link l on l.workspace_id = %(workspace)s and l.ticket_id = b.child_id and l.kind = 'parent_of'
           where b.level < 4
        )
        select child_id, parent_id from above
        union
        select child_id, parent_id from below
        """,
        {"parent": parent_id, "child": child_id},
    )


class Bound(msgspec.Struct, frozen=True):
    """A ticket that the end of another may concern."""

    ticket_id: int
    related_id: int
    kind: str


def bound_by(ids: Sequence[int]) -> Query[Bound]:
    """The parents and the children of tickets."""
    return Query(
        Bound,
        """
        select ticket_id, other_id as related_id, kind
          from ticket_link
         where workspace_id = %(workspace)s and ticket_id = any(%(ids)s) and kind in ('child_of', 'parent_of')
         order by ticket_id, other_id
        """,
        {"ids": list(ids)},
    )
