"""Deliveries of notices: planned in the transaction that writes the notice, one for each way of telling it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

import msgspec

from gongdan.domains.notifications.choosing.plan import Choices, plan
from gongdan.domains.notifications.telling.compiled import Meanings
from gongdan.domains.notifications.telling.writes import WrittenNotice
from gongdan.domains.tickets.public import IN_APP
from gongdan.infra.db.tx import Tx
from gongdan.infra.timers.effects import SetTimer, write_timer

OWNER: Final = "notices"
AGAIN_AFTER: Final = timedelta(minutes=10)
"""What was told already, and happens again before it is read, is told again at most so often."""


class NewDelivery(msgspec.Struct, frozen=True, kw_only=True):
    notice_id: int
    person_id: int
    channel: str
    not_before: datetime


def deliveries(
    kept: Sequence[WrittenNotice],
    meanings: Meanings,
    choices: Mapping[int, Choices],
    channels: Collection[str],
    now: datetime,
) -> list[NewDelivery]:
    """How these notices reach those who are told outside the app too. Pure."""
    return [
        NewDelivery(
            notice_id=one.id,
            person_id=one.person_id,
            channel=planned.channel,
            not_before=max(planned.not_before, now + AGAIN_AFTER) if one.is_again else planned.not_before,
        )
        for one in sorted(kept, key=lambda one: one.id)
        if one.person_id in choices and one.kind in meanings.by_key
        for planned in plan(meanings.by_key[one.kind], choices[one.person_id], channels, now)
        if planned.channel != IN_APP
    ]


def plan_deliveries(tx: Tx, new: Sequence[NewDelivery]) -> None:
    """Queue them, and the timers at which they are due. One that still waits says how it stands then, and waits no
    longer than what came to it may; one that was handed over begins anew."""
    if not new:
        return
    tx.put(
        """
        insert into notice_delivery as d (workspace_id, notice_id, person_id, channel, state, not_before)
        select %(workspace)s, n.notice_id, n.person_id, n.channel, 'planned', n.not_before
          from unnest(%(notices)s::bigint[], %(people)s::bigint[], %(channels)s::text[], %(times)s::timestamptz[])
               n (notice_id, person_id, channel, not_before)
         order by n.notice_id, n.channel
        on conflict (workspace_id, notice_id, channel) do update
           set state = 'planned', receipt = null, fault = null, ended_at = null,
               not_before = case d.state when 'planned' then least(d.not_before, excluded.not_before)
                                         else excluded.not_before end
        """,
        notices=[one.notice_id for one in new],
        people=[one.person_id for one in new],
        channels=[one.channel for one in new],
        times=[one.not_before for one in new],
    )
    for at in sorted({one.not_before for one in new}):
        wake(tx, at)


def wake(tx: Tx, at: datetime) -> None:
    """Queue that whatever of the workspace is due by then is handed over. Many ask for one hour: it is one timer."""
    write_timer(tx, SetTimer(owner=OWNER, subject=0, key=at.isoformat(), generation=1, fire_at=at))
