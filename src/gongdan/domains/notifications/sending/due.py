"""Handing over what is due: all that waits for a person and a channel goes as one. A preference that was changed
meanwhile counts, and what was read meanwhile is told no more."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.accounts.public import Authority, TicketKeys, by_people, home_of
from gongdan.domains.notifications.choosing.plan import Choices, is_on
from gongdan.domains.notifications.choosing.rows import choices_of
from gongdan.domains.notifications.sending.channels import NoticeChannel
from gongdan.domains.notifications.sending.digest import DueNotice, Recipient
from gongdan.domains.notifications.sending.planned import wake
from gongdan.domains.notifications.telling.compiled import Meanings
from gongdan.domains.tickets.public import is_visible
from gongdan.infra.db.tx import Database, ReadTx, Tx
from gongdan.infra.timers.fire import DueTimer, take
from gongdan.kernel import clock
from gongdan.kernel.text import Name

PEOPLE: Final = 50
"""Of one transaction; the others have the next."""

Fault = Literal["left", "switched_off", "read", "out_of_reach", "no_way"]
"""Why something is not told after all: its person left, switched it off, has read it in the app, may not see the ticket
any more, or the workspace has no way to send it, such as a mailbox."""


class _Due(msgspec.Struct, frozen=True, kw_only=True):
    notice_id: int
    person_id: int
    channel: str
    kind: str
    number: str | None
    text: Name
    count: int
    at: datetime
    is_read: bool
    mail: str | None
    """None of who is no active member any more."""
    name: str
    locale: str
    zone: str
    ticket: dict[str, Any] | None
    """What decides who may see it; None of a notice that is about no ticket."""

    def is_out_of_reach(self, reader: Authority | None) -> bool:
        if self.ticket is None or reader is None:
            return False
        trashed, participants, rest = self.ticket["trashed"], self.ticket["participants"], dict(self.ticket)
        del rest["trashed"], rest["participants"]
        return not is_visible(reader, TicketKeys(**rest, participants=frozenset(participants)), trashed=trashed)


class _End(msgspec.Struct, frozen=True, kw_only=True):
    notice_id: int
    channel: str
    state: Literal["handed_over", "dropped"]
    receipt: int | None = None
    fault: Fault | None = None


def handing_over(
    db: Database, meanings: Meanings, channels: Sequence[NoticeChannel], base_url: str
) -> Callable[[int, Sequence[DueTimer]], Awaitable[None]]:
    """What fires the timers of notices."""
    known = {one.key: one for one in channels}

    async def fire(workspace_id: int, due: Sequence[DueTimer]) -> None:
        async with db.write(workspace_id) as tx:
            taken = await take(tx, due)
            if not taken:
                return
            until = max(one.fire_at for one in taken)
            rows = await _due(tx, until)
            people = {one.person_id for one in rows}
            choices, home = await choices_of(tx, people), await home_of(tx, base_url)
            readers = await by_people(tx, sorted(people), "staff")
            unseen = {one.notice_id for one in rows if one.is_out_of_reach(readers.get(one.person_id))}
            works = {key: one for key, one in known.items() if one.works is None or await one.works(tx)}
            ends = list(_ends(tx, rows, unseen, choices, meanings, works, home))
            _settle(tx, ends, clock.now())
            if len(people) == PEOPLE:
                wake(tx, until)

    return fire


def _ends(
    tx: Tx,
    rows: Sequence[_Due],
    unseen: Collection[int],
    choices: Mapping[int, Choices],
    meanings: Meanings,
    channels: Mapping[str, NoticeChannel],
    home: str,
) -> Iterator[_End]:
    """What becomes of each; queues what is handed over. ``unseen``: those about tickets out of reach."""
    together: dict[tuple[int, str], list[_Due]] = defaultdict(list)
    for row in rows:
        fault = _fault(row, choices[row.person_id], meanings, channels)
        if fault is None and row.notice_id in unseen:
            fault = "out_of_reach"
        if fault is not None:
            yield _End(notice_id=row.notice_id, channel=row.channel, state="dropped", fault=fault)
        else:
            together[row.person_id, row.channel].append(row)
    for (_, key), found in together.items():
        hand_over = channels[key].hand_over
        assert hand_over is not None, "what is told in the app is not planned"
        receipt = hand_over(tx, _recipient(found[0]), [_notice(one, meanings) for one in found], home, clock.now())
        for one in found:
            yield _End(notice_id=one.notice_id, channel=key, state="handed_over", receipt=receipt)


def _fault(row: _Due, choices: Choices, meanings: Meanings, channels: Mapping[str, NoticeChannel]) -> Fault | None:
    """A meaning that only a newer release knows is as if it were switched off."""
    meaning = meanings.by_key.get(row.kind)
    if row.mail is None:
        return "left"
    if row.is_read:
        return "read"
    if row.channel not in channels:
        return "no_way"
    if meaning is None or not is_on(meaning, row.channel, choices):
        return "switched_off"
    return None


def _recipient(row: _Due) -> Recipient:
    return Recipient(person_id=row.person_id, name=row.name, locale=row.locale, zone=row.zone, mail=row.mail or "")


def _notice(row: _Due, meanings: Meanings) -> DueNotice:
    asks = meanings.by_key[row.kind].asks
    return DueNotice(id=row.notice_id, number=row.number, text=row.text, count=row.count, at=row.at, asks=asks)


async def _due(tx: ReadTx, until: datetime) -> list[_Due]:
    """All that is due for the first ``PEOPLE``, locked in one order; served by ``notice_delivery_due``."""
    return await tx.rows(
        _Due,
        """
        with people as (
          select distinct d.person_id
            from notice_delivery d
           where d.workspace_id = %(workspace)s and d.state = 'planned' and d.not_before <= %(until)s
           order by d.person_id
           limit %(most)s
        )
        select d.notice_id, d.person_id, d.channel, n.kind, t.number, n.text, n.count, n.at,
               n.in_app and n.read_at is not null as is_read, m.mail, p.name, p.locale, p.zone,
               case when t.id is not null then jsonb_build_object(
                 'id', t.id, 'team', t.team, 'type', t.type, 'assignee_id', t.assignee_id,
                 'requester_id', t.requester_id, 'creator_id', t.creator_id, 'organisation_id', t.organisation_id,
                 'trashed', t.trashed_at is not null,
                 'participants', array(select distinct a.person_id from participant a
                                        where a.workspace_id = t.workspace_id and a.ticket_id = t.id)) end as ticket
          from notice_delivery d
          join notice n on n.workspace_id = d.workspace_id and n.person_id = d.person_id and n.id = d.notice_id
          join person p on p.workspace_id = d.workspace_id and p.id = d.person_id
          left join member m on m.workspace_id = d.workspace_id and m.person_id = d.person_id and m.active
          left join ticket t on t.workspace_id = n.workspace_id and t.id = n.ticket_id
         where d.workspace_id = %(workspace)s
           and d.state = 'planned'
           and d.not_before <= %(until)s
           and d.person_id in (select person_id from people)
         order by d.notice_id, d.channel
           for update of d
        """,
        until=until,
        most=PEOPLE,
    )


def _settle(tx: Tx, ends: Sequence[_End], now: datetime) -> None:
    if not ends:
        return
    tx.put(
        """
        update notice_delivery d
           set state = e.state, receipt = e.receipt, fault = e.fault, ended_at = %(now)s
          from unnest(%(notices)s::bigint[], %(channels)s::text[], %(states)s::text[], %(receipts)s::bigint[],
                      %(faults)s::text[]) e (notice_id, channel, state, receipt, fault)
         where d.workspace_id = %(workspace)s and d.notice_id = e.notice_id and d.channel = e.channel
        """,
        now=now,
        notices=[one.notice_id for one in ends],
        channels=[one.channel for one in ends],
        states=[one.state for one in ends],
        receipts=[one.receipt for one in ends],
        faults=[one.fault for one in ends],
    )
