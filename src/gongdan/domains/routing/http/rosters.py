"""Removing a duty roster: whether anything needs it is known here."""

from litestar import delete
from litestar.di import NamedDependency

from gongdan.domains.accounts.public import Authority, remove_roster
from gongdan.domains.policy.public import Sections, uses_of_team
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import PathKey
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via


@delete(
    "/rosters/{key:str}",
    status_code=204,
    operation_id="removeRoster",
    tags=["people"],
    opt=needs("staff", "people.manage", scope="admin"),
)
async def remove_one(
    key: PathKey,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> None:
    """Remove a duty roster that nothing names: neither the policy in force nor its draft, nor a role. 409 tells what
    does. Its past stays in the log."""
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        uses = await uses_of_team(tx, authority.release, sections, now, key)
        await remove_roster(tx, authority, key, uses, seen=seen, via=via, now=now)


handlers = [remove_one]
