"""What ``gongdan serve`` says when it starts: where to go, and who can sign in to the demo."""

from gongdan.cli.output import line, tell
from gongdan.demo import STAFF, password_of, workspace_of_demo
from gongdan.infra.db.tx import open_database
from gongdan.settings import Settings

SHOWN = ("system_admin", "director", "lead", "agent")


async def welcome(settings: Settings, url: str) -> None:
    """Print the addresses, and the demo's accounts if there is a demo."""
    async with open_database(url, size=1, row_security=settings.row_security) as db:
        has_demo = await workspace_of_demo(db) is not None
    tell("cli.addresses", base=settings.base_url)
    if has_demo:
        tell("cli.demo.accounts", password=password_of(settings))
        for role in SHOWN:
            one = next(one for one in STAFF if one.role == role)
            line(f"  {one.mail:34} {one.name}")
    else:
        tell("cli.first_steps")
