"""Invitations by mail: the link under which a member chooses a password."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from gongdan.domains.accounts.public import Authority, home_of, invite, links, never_invited
from gongdan.domains.channels.public import queue_notice, sends_mail
from gongdan.domains.notifications.telling.letters import salutation
from gongdan.domains.notifications.templates import render, shipped
from gongdan.infra.db.tx import Tx
from gongdan.kernel.events import Via

PACE: Final = timedelta(seconds=2)
"""Between two letters of invitations that go out in bulk: mail servers take so many a minute, and replies pass by."""
_BULK: Final = "invitation"


class Inviting:
    """Invites members in bulk, each of them once in their life."""

    def __init__(self, secret: bytes, base_url: str) -> None:
        self._secret = secret
        self._base_url = base_url

    async def is_possible(self, tx: Tx) -> bool:
        """Whether a mailbox sends."""
        return await sends_mail(tx)

    async def __call__(self, tx: Tx, authority: Authority, people: Sequence[int], *, via: Via, now: datetime) -> int:
        """Queue a letter to each of them who has no password and was never sent a link, whoever would have sent it.
        Says how many it queued.

        Raises:
            Forbidden, RightsAboveOwn: as inviting one of them does.
        """
        wanted = await never_invited(tx, people)
        if not wanted:
            return 0
        home, at = await home_of(tx, self._base_url), await _free(tx, now)
        for person_id in wanted:
            await send(tx, authority, person_id, self._secret, home, via=via, now=now, at=at, key=_BULK)
            at += PACE
        return len(wanted)


async def send(
    tx: Tx,
    authority: Authority,
    person_id: int,
    secret: bytes,
    home: str,
    *,
    via: Via,
    now: datetime,
    at: datetime,
    key: str,
) -> str:
    """Queue a member's letter, to go out ``at`` that time; returns their address.

    Raises:
        As ``accounts.invite`` does.
    """
    invited, token = await invite(tx, authority, person_id, secret, mailed=True, via=via, now=now)
    letter = render(
        shipped()["password_link"],
        invited.locale,
        {
            "salutation": salutation(invited.name, invited.locale),
            "workspace": invited.workspace_name,
            "password_link": f"{home}/password/{token}",
            "valid_days": str(links.PASSWORD_LASTS.days),
        },
    )
    queue_notice(
        tx,
        ticket_id=None,
        key=f"{key}.{tx.ids.next()}",
        recipient=invited.mail,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        now=now,
        at=at,
    )
    return invited.mail


async def _free(tx: Tx, now: datetime) -> datetime:
    """When the next letter of a bulk may go out: behind those that wait. Served by ``delivery_by_state``."""
    found = await tx.row(
        tuple,
        """
        select max(next_at) from delivery
         where workspace_id = %(workspace)s and state = 'queued' and kind = 'notice' and key like %(bulk)s
           and next_at < 'infinity'
        """,
        bulk=f"{_BULK}.%",
    )
    last = found[0] if found else None
    return now if last is None else max(now, last + PACE)
