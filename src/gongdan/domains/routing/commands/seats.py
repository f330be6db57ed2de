"""The seats of a member who leaves go to a colleague: teams that they lead, departments that they head, members whom
they manage, leaves for which they stand in."""

from datetime import datetime

from gongdan.domains.accounts.public import (
    Authority,
    change_department,
    departments,
    members,
    pass_on_standing_in,
    set_duty,
    set_teams,
)
from gongdan.infra.db.tx import Tx
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Via


async def hand_over_seats(tx: Tx, authority: Authority, person_id: int, to: int, *, via: Via, now: datetime) -> None:
    """Each seat by the command that gives it otherwise, so by its rules and with its event. Whoever has none hands over
    nothing; a second time there is nothing left.

    Raises:
        Invalid: ``to`` is the same member, or none who is there.
        RightsAboveOwn: the seats, or one of the members, hold more than the actor.
    """
    everybody = {one.id: one for one in await members(tx)}
    code = "routing.other_receiver" if to == person_id else "unknown_person"
    if to == person_id or to not in everybody or not everybody[to].active:
        raise Invalid(faults=(FieldFault("seats_to_person_id", code, {"people": [to]}),))
    leaver, heir = everybody[person_id], everybody[to]

    if leaver.led_teams:
        led = set(leaver.led_teams)
        now_led = dict.fromkeys(heir.teams, False) | dict.fromkeys((*heir.led_teams, *led), True)
        await set_teams(tx, authority, to, now_led, via=via, now=now)
        await set_teams(tx, authority, person_id, dict.fromkeys(leaver.teams, False), via=via, now=now)
    for department in await departments(tx):
        if department.head_id == person_id:
            await change_department(tx, authority, department.key, {"head_id": to}, seen=None, via=via, now=now)
    for one in everybody.values():
        if one.manager_id == person_id:
            # Nobody manages themselves: the heir comes below whoever managed the leaver.
            manager_id = to if one.id != to else _above(leaver.manager_id, to)
            await set_duty(tx, authority, one.id, {"manager_id": manager_id}, via=via, now=now)
    await pass_on_standing_in(tx, authority, person_id, to, via=via, now=now)


def _above(manager_id: int | None, heir: int) -> int | None:
    return None if manager_id == heir else manager_id
