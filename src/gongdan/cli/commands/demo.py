"""``gongdan demo``."""

from gongdan.cli.installation import installation
from gongdan.cli.output import InJson, as_json, line, tell
from gongdan.demo import ADMIN, TICKETS, hasty, make_demo, password_of, workspace_of_demo
from gongdan.demo import live as play_live


async def demo(*, tickets: int = TICKETS, live: bool = False, json: InJson = False) -> None:
    """Make the demo workspace unless there is one: people, teams, policy, and tickets with whole lives.

    Parameters
    ----------
    tickets
        How many tickets it has.
    live
        Then play live traffic, about sixty times as fast as real life, until interrupted.
    """
    async with installation(migrated=True, reach=hasty) as services:
        workspace_id = await workspace_of_demo(services.db)
        if workspace_id is None:
            if not json:
                tell("cli.demo.making")
            made = await make_demo(services, tickets=tickets)
            workspace_id = made.workspace_id
        async with services.db.read(workspace_id) as tx:
            (row,) = await tx.rows(tuple, "select count(*) from ticket where workspace_id = %(workspace)s")
        password = password_of(services.settings)
        if json:
            as_json({"workspace": workspace_id, "tickets": row[0], "admin": ADMIN, "password": password})
        else:
            tell("cli.demo.made", tickets=row[0])
            line(f"{ADMIN}  {password}")
        if live:
            await play_live(services, workspace_id)
