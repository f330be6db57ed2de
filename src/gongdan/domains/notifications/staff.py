"""Telling the staff, in the app: reminders, escalations, assignments, mentions."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.notifications import queries
from gongdan.domains.notifications.customers import RulesOf, is_news
from gongdan.domains.notifications.receivers import Staff
from gongdan.domains.notifications.standing import words
from gongdan.domains.tickets.events import DeliveryFailed, MessageAdded, StaffReminded, TicketAssigned, TicketEscalated
from gongdan.domains.tickets.public import Rules, Ticket, case_of, load
from gongdan.infra.db.tx import Database, Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel import clock
from gongdan.kernel.events import Logged
from gongdan.kernel.text import LOCALES, Name, localised

Show = Callable[[int, int, int], None]
"""(workspace, person, notice): shows it on the person's open pages. Neither waits nor fails."""


class _New(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    ticket_id: int
    person_id: int
    key: str
    text: Name
    at: datetime


class _Kept(msgspec.Struct, frozen=True):
    id: int
    person_id: int


def staff_notices(db: Database, rules_of: RulesOf, show: Show) -> Subscriber:
    """Who writes notices for members. They commit by themselves, so that a page is told of what it can read."""

    async def tell(_: Tx, batch: Sequence[Logged[Any]]) -> None:
        now = clock.now()
        fresh = [logged for logged in batch if is_news(logged, now) and _concerns_staff(logged.event)]
        if not fresh:
            return
        workspace_id = fresh[0].workspace_id
        rules = await rules_of(workspace_id, max(logged.release for logged in fresh))
        async with db.write(workspace_id) as tx:
            kept = await _write(db, tx, fresh, rules)
        for one in kept:
            show(workspace_id, one.person_id, one.id)

    kinds = (StaffReminded, TicketEscalated, TicketAssigned, MessageAdded, DeliveryFailed)
    return Subscriber(name="staff-notices", kinds=kinds, handle=tell, begins="start")


def _concerns_staff(event: Any) -> bool:
    match event:
        case MessageAdded(mentions=mentions):
            return bool(mentions)
        case TicketAssigned(after=after):
            return after is not None
    return True


async def _write(db: Database, tx: Tx, fresh: Sequence[Logged[Any]], rules: Rules) -> list[_Kept]:
    """Write the notices that are not there yet."""
    about = sorted({logged.stream_id for logged in fresh})
    rows, colleagues, teams, departments = await tx.gather(
        load("t.id = any(%(ids)s)", {"ids": about}), queries.colleagues(), queries.teams(), queries.departments()
    )
    staff = Staff(colleagues, teams, departments)
    tickets = {row.id: case_of(row, {}).live for row in rows}
    new = [
        notice
        for logged in fresh
        if logged.stream_id in tickets
        for notice in _notices(logged, tickets[logged.stream_id], staff, rules)
    ]
    if not new:
        return []
    ids = await db.ids(len(new))
    return await tx.rows(
        _Kept,
        """
        insert into notice (workspace_id, id, person_id, key, kind, ticket_id, text, at)
        select %(workspace)s, n.id, n.person_id, n.key, n.kind, n.ticket_id, n.text::jsonb, n.at
          from unnest(%(ids)s::bigint[], %(people)s::bigint[], %(keys)s::text[], %(kinds)s::text[],
                      %(tickets)s::bigint[], %(texts)s::text[], %(times)s::timestamptz[])
               n (id, person_id, key, kind, ticket_id, text, at)
        on conflict (workspace_id, person_id, key) do nothing
        returning id, person_id
        """,
        ids=[ids.next() for _ in new],
        people=[one.person_id for one in new],
        keys=[one.key for one in new],
        kinds=[one.kind for one in new],
        tickets=[one.ticket_id for one in new],
        texts=[msgspec.json.encode(one.text).decode() for one in new],
        times=[one.at for one in new],
    )


def _notices(logged: Logged[Any], ticket: Ticket, staff: Staff, rules: Rules) -> Iterator[_New]:
    """Nobody is told what he did himself; a reminder and an escalation reach whom they name, whoever caused them."""
    by = logged.actor.person_id
    kind, people, text = _meaning(logged, ticket, staff, rules)
    for person_id in people:
        if person_id == by and kind in ("assigned", "mentioned"):
            continue
        yield _New(kind=kind, ticket_id=ticket.id, person_id=person_id, key=str(logged.id), text=text, at=logged.at)


def _meaning(logged: Logged[Any], ticket: Ticket, staff: Staff, rules: Rules) -> tuple[str, list[int], Name]:
    by = staff.name(logged.actor.person_id)
    match logged.event:
        case TicketAssigned(after=after):
            text = words("notices.staff.assigned", by=by, title=ticket.title) if by else _routed(ticket)
            return "assigned", staff.active([after or 0]), text
        case MessageAdded(mentions=mentions):
            return (
                "mentioned",
                staff.active(mentions),
                words("notices.staff.mentioned", by=by or "", title=ticket.title),
            )
        case TicketEscalated() as escalated:
            return "escalated", staff.receivers(escalated.to, ticket), _escalation(escalated, ticket, rules)
        case DeliveryFailed(author_id=author):
            return "undelivered", staff.active([author or 0]), words("notices.staff.undelivered", title=ticket.title)
        case StaffReminded(to=to, text=said):
            return "reminded", staff.receivers(to, ticket), _each(said, "notices.staff.reminded", ticket)
    raise AssertionError(f"not subscribed to {logged.event.kind}")


def _routed(ticket: Ticket) -> Name:
    return words("notices.staff.routed", title=ticket.title)


def _escalation(event: TicketEscalated, ticket: Ticket, rules: Rules) -> Name:
    level = rules.levels.get((event.ladder, event.level))
    named = level.name if level else {"zh-CN": event.level}
    if event.reason:
        return _each(named, "notices.staff.escalated_because", ticket, part="level", reason=event.reason)
    return _each(named, "notices.staff.escalated", ticket, part="level")


def _each(name: Name, key: str, ticket: Ticket, *, part: str = "text", **more: str) -> Name:
    """A text around a localised part, in every language."""
    return {
        locale: words(key, title=ticket.title, **{part: localised(name, locale)}, **more)[locale] for locale in LOCALES
    }
