"""Telling the leads that somebody at work is not heard of any more, while tickets wait for them."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.accounts.events import PresenceSet
from gongdan.domains.accounts.public import SHIFTS, Leave, actor, current_release, system
from gongdan.domains.routing.choice.attendance import back_at
from gongdan.domains.routing.model import AT_REST
from gongdan.domains.routing.subjects import MemberUnheard
from gongdan.domains.tickets.public import IS_OPEN, Rules
from gongdan.infra.db.tx import ReadTx, Tx
from gongdan.infra.log.append import append
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel import clock
from gongdan.kernel.events import Logged


class UnheardMember(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who is offline still without having said so, with what waits for them."""

    person_id: int
    leaves: list[Leave]
    shifts: list[str]
    held: int
    leads: list[int]


def unheard(rules_of: Callable[[int, int], Awaitable[Rules]]) -> Subscriber:
    """The subscriber that puts into the log whom nothing was heard of during their hours while tickets wait for them:
    once each time that they are taken for offline. At the end of a shift, or on leave, nothing is missed."""

    async def handle(tx: Tx, events: Sequence[Logged[Any]]) -> None:
        gone = {logged.stream_id: logged.at for logged in events if is_loss(logged.event)}
        members = await _still_unheard(tx, sorted(gone)) if gone else []
        if not members:
            return
        release, now = await current_release(tx), clock.now()
        rules = await rules_of(tx.workspace_id, release)
        found = [event_of(one) for one in members if is_missed(one, rules, gone[one.person_id])]
        if found:
            by = actor(system(tx.workspace_id, name="presence", release=release), "worker")
            command = tx.ids.next()
            await append(
                tx, "workspace", tx.workspace_id, found, actor=by, command_id=command, release=release, now=now
            )

    return Subscriber(name="unheard", kinds=(PresenceSet,), handle=handle, begins="end")


def is_loss(event: Any) -> bool:
    """Who was there, and is offline because nothing was heard of them."""
    return isinstance(event, PresenceSet) and (event.before, event.after, event.by) == ("available", "offline", "auto")


def is_missed(one: UnheardMember, rules: Rules, at: datetime) -> bool:
    """Whether it was within their hours, those of dispatch where they have no shift, and tickets wait for them."""
    return one.held > 0 and back_at(one.leaves, one.shifts, rules, at) == at


def event_of(one: UnheardMember) -> MemberUnheard:
    return MemberUnheard(person_id=one.person_id, held=one.held, leads=tuple(one.leads))


async def _still_unheard(tx: ReadTx, people: Sequence[int]) -> list[UnheardMember]:
    """Served by ``ticket_open_by_assignee``."""
    return await tx.rows(
        UnheardMember,
        f"""
        select m.person_id, {SHIFTS} as shifts,
               (select coalesce(jsonb_agg(jsonb_build_object('from_at', v.from_at, 'until_at', v.until_at)), '[]')
                  from member_leave v
                 where v.workspace_id = m.workspace_id and v.person_id = m.person_id) as leaves,
               (select count(*)
                  from ticket t
                 where t.workspace_id = m.workspace_id and t.assignee_id = m.person_id
                   and {IS_OPEN} and t.phase <> all(%(at_rest)s)
                   and t.archived_at is null and t.spam_at is null and t.trashed_at is null)::int as held,
               array(select distinct led.person_id
                       from team_member own
                       join team_member led on led.workspace_id = own.workspace_id and led.team = own.team
                       join team g on g.workspace_id = own.workspace_id and g.key = own.team and not g.is_roster
                      where own.workspace_id = m.workspace_id and own.person_id = m.person_id
                        and led.is_lead and led.person_id <> m.person_id
                      order by led.person_id) as leads
          from member m
         where m.workspace_id = %(workspace)s and m.person_id = any(%(people)s)
           and m.active and m.presence = 'offline' and m.offline_by = 'auto'
         order by m.person_id
        """,
        people=list(people),
        at_rest=list(AT_REST),
    )
