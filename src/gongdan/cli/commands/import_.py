"""``gongdan import``: bringing in what was elsewhere."""

from pathlib import Path

import msgspec
from cyclopts import App

from gongdan import wiring
from gongdan.cli.installation import installation, the_workspace
from gongdan.cli.output import as_json, tell
from gongdan.domains.channels.public import import_mail

app = App(name="import", help="导入数据 · Import data")


@app.command(name="mail")
async def mail(*path: Path, workspace: str | None = None, json: bool = False) -> None:
    """Take in mails as if they had just come: tickets, messages, or the reason why not. Nobody is told of it, and what
    was taken in before is not taken in again. ``read`` is the sum of the other numbers.

    Parameters
    ----------
    path
        Mails (.eml), mboxes, maildirs, or folders of these.
    workspace
        The workspace, when there are several.
    json
        Answer with one JSON document.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        counts = await import_mail(wiring.mailroom(services), place.id, path)
    if json:
        as_json(counts)
    else:
        tell("cli.import.mail", **msgspec.structs.asdict(counts))
