"""Telling the staff, in the app: reminders, escalations, assignments, mentions, what customers wrote, and, to who
watches, where a ticket stands."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.notifications import queries
from gongdan.domains.notifications.customers import RulesOf, is_news, know_workflows
from gongdan.domains.notifications.receivers import Staff
from gongdan.domains.notifications.standing import words
from gongdan.domains.tickets.events import (
    DeliveryFailed,
    MessageAdded,
    StaffReminded,
    TicketAssigned,
    TicketEscalated,
    TicketHeld,
    TicketMoved,
)
from gongdan.domains.tickets.public import Rules, Ticket, case_of, load
from gongdan.infra.db.tx import Database, Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel import clock
from gongdan.kernel.events import Logged
from gongdan.kernel.text import LOCALES, Name, localised

Show = Callable[[int, int, int], None]
"""(workspace, person, notice): shows it on the person's open pages. Neither waits nor fails."""


FOLDED = ("answered",)
"""Kinds of which nobody gets a second one about a ticket before he has read the first."""


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
            kept = await _write(db, tx, await _made(tx, fresh, rules))
        for one in kept:
            show(workspace_id, one.person_id, one.id)

    kinds = (StaffReminded, TicketEscalated, TicketAssigned, MessageAdded, DeliveryFailed, TicketMoved, TicketHeld)
    return Subscriber(name="staff-notices", kinds=kinds, handle=tell, begins="start")


def _concerns_staff(event: Any) -> bool:
    match event:
        case MessageAdded(mentions=mentions):
            return bool(mentions) or _is_answer(event)
        case TicketAssigned(after=after):
            return after is not None
    return True


def _is_answer(message: MessageAdded) -> bool:
    """A customer's word after the first; of a machine's nobody is told."""
    from_customer = (message.audience, message.author) == ("customer", "customer")
    return from_customer and not message.machine and not message.opens


async def _made(tx: Tx, fresh: Sequence[Logged[Any]], rules: Rules) -> list[_New]:
    """The notices that these events make."""
    about = sorted({logged.stream_id for logged in fresh})
    moved = [(one.stream_id, one.command_id) for one in fresh if isinstance(one.event, TicketMoved)]
    rows, colleagues, teams, departments, actors = await tx.gather(
        load("t.id = any(%(ids)s)", {"ids": about}),
        queries.colleagues(),
        queries.teams(),
        queries.departments(),
        queries.actors(moved),
    )
    staff, movers = Staff(colleagues, teams, departments), {one.command_id: one.person_id for one in actors}
    cases = {row.id: case_of(row, {}) for row in rows}
    await know_workflows(tx, rules, cases.values())
    return _once(
        notice
        for logged in fresh
        if logged.stream_id in cases
        for notice in _notices(logged, cases[logged.stream_id].live, staff, rules, movers.get(logged.command_id))
    )


async def _write(db: Database, tx: Tx, new: Sequence[_New]) -> list[_Kept]:
    """Write the notices that are not there yet."""
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
         where n.kind <> all(%(folded)s)
            or not exists (select from notice o
                            where o.workspace_id = %(workspace)s and o.person_id = n.person_id
                              and o.kind = n.kind and o.ticket_id = n.ticket_id and o.read_at is null)
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
        folded=list(FOLDED),
    )


def _once(notices: Iterable[_New]) -> list[_New]:
    """Of what is folded one for each person and ticket."""
    kept: dict[Any, _New] = {}
    for one in notices:
        kept.setdefault(
            (one.person_id, one.kind, one.ticket_id) if one.kind in FOLDED else (one.person_id, one.key), one
        )
    return list(kept.values())


def _notices(logged: Logged[Any], ticket: Ticket, staff: Staff, rules: Rules, mover: int | None) -> Iterator[_New]:
    """Nobody is told what he did himself, or had a rule do; a reminder and an escalation reach whom they name, whoever
    caused them."""
    by = logged.actor.person_id or (mover if isinstance(logged.event, TicketMoved) else None)
    for kind, people, text in _meanings(logged, ticket, staff, rules):
        for person_id in people:
            if person_id == by and kind not in ("reminded", "escalated", "held"):
                continue
            yield _New(kind=kind, ticket_id=ticket.id, person_id=person_id, key=str(logged.id), text=text, at=logged.at)


def _meanings(logged: Logged[Any], ticket: Ticket, staff: Staff, rules: Rules) -> Iterator[tuple[str, list[int], Name]]:
    event = logged.event
    if not isinstance(event, MessageAdded):
        yield _meaning(logged, ticket, staff, rules)
        return
    mentioned = staff.active(event.mentions)
    if mentioned:
        by = staff.name(logged.actor.person_id) or ""
        yield "mentioned", mentioned, words("notices.staff.mentioned", by=by, title=ticket.title)
    if _is_answer(event):
        told = [one for one in (ticket.assignee_id or 0, *_watchers(ticket)) if one not in mentioned]
        yield "answered", staff.active(told), words("notices.staff.answered", title=ticket.title)


def _watchers(ticket: Ticket) -> list[int]:
    return [person for person, role in ticket.participants if role == "watcher"]


def _meaning(logged: Logged[Any], ticket: Ticket, staff: Staff, rules: Rules) -> tuple[str, list[int], Name]:
    by = staff.name(logged.actor.person_id)
    match logged.event:
        case TicketAssigned(after=after):
            text = words("notices.staff.assigned", by=by, title=ticket.title) if by else _routed(ticket)
            return "assigned", staff.active([after or 0]), text
        case TicketMoved(after=after):
            status = rules.workflows[ticket.workflow].statuses.get(after)
            named = status.name if status else {"zh-CN": after}
            return "moved", staff.active(_watchers(ticket)), _each(named, "notices.staff.moved", ticket, part="status")
        case TicketEscalated() as escalated:
            return "escalated", staff.receivers(escalated.to, ticket), _escalation(escalated, ticket, rules)
        case DeliveryFailed(author_id=author):
            return "undelivered", staff.active([author or 0]), words("notices.staff.undelivered", title=ticket.title)
        case TicketHeld():
            return "held", staff.receivers(["lead"], ticket), words("notices.staff.held", title=ticket.title)
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
