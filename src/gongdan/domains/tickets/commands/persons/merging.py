"""Two customers who are one person: their tickets, conversations, addresses and organisations come together, and part
again when that was wrong. One transaction; nobody is told, since nothing happened to a ticket but who asks."""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from gongdan.domains.customers.public import (
    Joined,
    KnownPerson,
    OpensMore,
    Teller,
    TooMuchToMove,
    by_ids,
    followed,
    join,
    merge,
    newly_seen,
    out_of_reach,
    part,
    require_to_let_in,
    unmerge,
)
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.open import facts_of
from gongdan.domains.tickets.desk.desk import Desk
from gongdan.infra.db.tx import Query

MOST_TICKETS: Final = 200
MOST_CONVERSATIONS: Final = 1_000


class MovedCounts(msgspec.Struct, frozen=True, kw_only=True):
    tickets: int
    conversations: int


class _Id(msgspec.Struct, frozen=True):
    id: int


async def merge_customers(desk: Desk, kept_id: int, merged_id: int) -> MovedCounts:
    """``merged_id`` turned out to be ``kept_id``. Tickets of the past follow too; each of them tells who asked before.

    Raises:
        CustomerNotFound, Forbidden, IsMerged, MemberStays, Invalid: see ``customers``.
        OpensMore: a proved address of one would open tickets of the other that the actor may not read.
        TooMuchToMove: more than one transaction moves.
    """
    desk.silent = True
    both = await join(desk.tx, desk.authority, kept_id, merged_id)
    await _check_reach(desk, both)
    tickets, conversations, known, own = await desk.tx.gather(
        _tickets_of(merged_id), _conversations_of(merged_id), by_ids([kept_id]), _has_any(kept_id)
    )
    if len(tickets) > MOST_TICKETS or len(conversations) > MOST_CONVERSATIONS:
        raise TooMuchToMove(most_tickets=MOST_TICKETS, most_conversations=MOST_CONVERSATIONS)
    moved = await _follow(desk, [one.id for one in tickets], merged_id, known[0])
    talks = [one.id for one in conversations]
    _move_conversations(desk, talks, before=merged_id, after=kept_id)
    event = followed(both, tickets=moved, conversations=talks, kept_has_any=bool(own))
    await merge(desk.tx, both, event, _told(desk))
    return MovedCounts(tickets=len(moved), conversations=len(talks))


async def _check_reach(desk: Desk, both: Joined) -> None:
    seen = newly_seen(both)
    if seen.organisations:
        require_to_let_in(desk.authority)
    beyond = out_of_reach(desk.authority)
    rows = await desk.tx.rows(
        tuple,
        f"""
        select 1
          from ticket t
         where t.workspace_id = %(workspace)s and t.requester_id = any(%(people)s) and {beyond.sql}
         limit 1
        """,
        people=list(seen.people),
        **beyond.params,
    )
    if rows:
        raise OpensMore()


async def unmerge_customers(desk: Desk, kept_id: int, merged_id: int) -> MovedCounts:
    """They are two after all: what came over then and is still the customer's goes back. What began since stays.

    Raises:
        CustomerNotFound, Forbidden, IsNotMerged: see ``customers``.
    """
    desk.silent = True
    both = await part(desk.tx, desk.authority, kept_id, merged_id)
    (known,) = await desk.tx.gather(by_ids([merged_id]))
    moved = await _follow(desk, both.event.tickets, kept_id, known[0])
    talks = list(both.event.conversations)
    _move_conversations(desk, talks, before=kept_id, after=merged_id)
    await unmerge(desk.tx, both, tickets=moved, conversations=talks, told=_told(desk))
    return MovedCounts(tickets=len(moved), conversations=len(talks))


async def _follow(desk: Desk, ids: Sequence[int], before: int, person: KnownPerson) -> list[int]:
    """The tickets, as far as ``before`` asks for them still, are asked for by ``person``."""
    moved = []
    for case in await desk.cases_by_id(ids):
        if case.live.requester_id != before:
            continue
        case = msgspec.structs.replace(case, requester=facts_of(person))
        desk.apply(desk.settle(case, intents.FollowCustomer()))
        moved.append(case.live.id)
    return moved


def _move_conversations(desk: Desk, ids: Sequence[int], *, before: int, after: int) -> None:
    """With whom a conversation is stands in no event of its own: the customer's stream tells it."""
    desk.tx.put(
        """
        update conversation set party_id = %(after)s
         where workspace_id = %(workspace)s and id = any(%(ids)s) and party_id = %(before)s
        """,
        ids=list(ids),
        before=before,
        after=after,
    )


def _told(desk: Desk) -> Teller:
    return Teller(actor=desk.actor, command_id=desk.command_id, release=desk.rules.release, now=desk.now)


def _tickets_of(person_id: int) -> Query[_Id]:
    """Served by ``ticket_by_requester``."""
    return Query(
        _Id,
        "select id from ticket where workspace_id = %(workspace)s and requester_id = %(person)s"
        " order by id limit %(most)s",
        {"person": person_id, "most": MOST_TICKETS + 1},
    )


def _conversations_of(person_id: int) -> Query[_Id]:
    """Served by ``conversation_of_party``."""
    return Query(
        _Id,
        "select id from conversation where workspace_id = %(workspace)s and party_id = %(person)s"
        " order by id desc limit %(most)s",
        {"person": person_id, "most": MOST_CONVERSATIONS + 1},
    )


def _has_any(person_id: int) -> Query[Any]:
    """Whether there is anything that they may see on the portal."""
    return Query(
        tuple,
        """
        (select 1 from ticket where workspace_id = %(workspace)s and requester_id = %(person)s limit 1)
        union all
        (select 1 from conversation where workspace_id = %(workspace)s and party_id = %(person)s limit 1)
        """,
        {"person": person_id},
    )
