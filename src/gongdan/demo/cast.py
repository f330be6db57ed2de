"""Who acts in the demo: its people with the rights that they have, found by their addresses."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from gongdan.demo.people import CUSTOMERS, STAFF
from gongdan.domains.accounts.public import Authority, by_person, person_by_mail
from gongdan.infra.db.tx import Database, ReadTx


class Cast(msgspec.Struct, frozen=True):
    workspace_id: int
    staff: dict[int, Authority]
    """By person."""
    customers: list[Authority]
    """In the order of ``CUSTOMERS``."""

    @property
    def release(self) -> int:
        """Of the policy, as of when the cast was called."""
        return self.customers[0].release

    def colleague(self, agent: Authority) -> Authority | None:
        """Another agent of their teams, always the same one."""
        others = [one for one in self.staff.values() if one.teams & agent.teams and one is not agent]
        return others[(agent.person_id or 0) % len(others)] if others else None


async def cast_of(db: Database, workspace_id: int) -> Cast:
    """The cast of the demo workspace. Whoever was removed since does not act."""
    async with db.read(workspace_id) as tx:
        staff = await _found(tx, [one.mail for one in STAFF], "staff")
        customers = await _found(tx, [one.mail for one in CUSTOMERS], "customer")
    return Cast(workspace_id, {one.person_id: one for one in staff if one.person_id}, customers)


async def _found(tx: ReadTx, mails: Sequence[str], kind: Literal["staff", "customer"]) -> list[Authority]:
    found = []
    for mail in mails:
        person_id = await person_by_mail(tx, mail)
        authority = await by_person(tx, person_id, kind) if person_id else None
        found += [authority] if authority else []
    return found
