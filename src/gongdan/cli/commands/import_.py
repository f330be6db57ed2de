"""``gongdan import``: bringing in what was elsewhere."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec
from cyclopts import App

from gongdan import wiring
from gongdan.cli.installation import InWorkspace, installation, member, operator, the_workspace
from gongdan.cli.output import InJson, as_json, line, locales, tell
from gongdan.domains.accounts.public import Authority
from gongdan.domains.channels.public import import_mail, sanitise, to_text
from gongdan.domains.imports import public as imports
from gongdan.domains.operations import public as operations
from gongdan.domains.operations.public import Operation
from gongdan.domains.transfer import public as transfer
from gongdan.infra.catalogue import say
from gongdan.kernel.errors import RefusalRecord
from gongdan.services import Services

app = App(name="import", help="导入数据 · Import data")


@app.command(name="mail")
async def mail(*path: Path, workspace: InWorkspace = None, json: InJson = False) -> None:
    """Take in mails as if they had just come: tickets, messages, or the reason why not. Nobody is told of it, and what
    was taken in before is not taken in again. ``read`` is the sum of the other numbers.

    Parameters
    ----------
    path
        Mails (.eml), mboxes, maildirs, or folders of these.
    """
    async with installation() as services:
        place = await the_workspace(services, workspace)
        counts = await import_mail(wiring.mailroom(services), place.id, path)
    if json:
        as_json(counts)
    else:
        tell("cli.import.mail", **msgspec.structs.asdict(counts))


@app.command(name="customers")
async def customers(
    file: Path, *, user: str | None = None, dry_run: bool = False, workspace: InWorkspace = None, json: InJson = False
) -> int:
    """Bring in customers from a table: an Excel workbook (.xlsx) or text (CSV). Its headings name the columns. A
    customer is found by mail address or number; what is there is changed, an empty cell leaves what is there.

    Parameters
    ----------
    file
        The table.
    user
        Mail address of the member by whose rights it is done; by default all rights.
    dry_run
        Try every row, and change nothing.
    """
    return await _bring_in("customers", file, user, workspace, dry_run=dry_run, json=json)


@app.command(name="members")
async def members(
    file: Path,
    *,
    user: str | None = None,
    dry_run: bool = False,
    invite: bool = False,
    workspace: InWorkspace = None,
    json: InJson = False,
) -> int:
    """Bring in members from a table, as ``gongdan import customers`` does. They are found by mail address; new ones
    have no password yet.

    Parameters
    ----------
    file
        The table.
    user
        Mail address of the member by whose rights it is done; by default all rights.
    dry_run
        Try every row, and change nothing.
    invite
        Mail each who has no password, and was never sent one, a link to choose one.
    """
    return await _bring_in("members", file, user, workspace, dry_run=dry_run, invite=invite, json=json)


@app.command(name="tickets")
async def tickets(
    file: Path, *, user: str | None = None, dry_run: bool = False, workspace: InWorkspace = None, json: InJson = False
) -> int:
    """Bring in tickets from a table, as they stood where they come from: nobody is told, and no rule acts on them. A
    ticket that came in before, by its source and its number there, is left as it is.

    Parameters
    ----------
    file
        The table.
    user
        Mail address of the member by whose rights it is done; by default all rights.
    dry_run
        Try every row, and change nothing.
    """
    return await _bring_in("tickets", file, user, workspace, dry_run=dry_run, json=json)


@app.command(name="zendesk")
async def zendesk(
    *file: Path,
    user: str | None = None,
    type: str | None = None,
    category: str | None = None,
    dry_run: bool = False,
    workspace: InWorkspace = None,
    json: InJson = False,
) -> int:
    """Take over tickets from Zendesk: its JSON export, or pages of its incremental exports, with users, groups and
    comments beside them. Messages, notes, states and times come along; nobody is told. What came before stays.

    Parameters
    ----------
    file
        The files, in any order.
    user
        Mail address of the member by whose rights it is done; by default all rights.
    type
        Key of the type of all of them; by default the one of what says nothing.
    category
        Key of the category of all of them; by default it stays open.
    dry_run
        Try every ticket, and change nothing.
    """
    how = _takeover("zendesk", type, category, is_trial=dry_run)
    return await _take_over(how, file, user, workspace, json=json)


@app.command(name="zammad")
async def zammad(
    *file: Path,
    user: str | None = None,
    type: str | None = None,
    category: str | None = None,
    dry_run: bool = False,
    workspace: InWorkspace = None,
    json: InJson = False,
) -> int:
    """Take over tickets from Zammad, as ``gongdan import zendesk`` does: the answers of its API for tickets, ticket
    articles, users, groups and states.

    Parameters
    ----------
    file
        The files, in any order.
    user
        Mail address of the member by whose rights it is done; by default all rights.
    type
        Key of the type of all of them.
    category
        Key of the category of all of them.
    dry_run
        Try every ticket, and change nothing.
    """
    how = _takeover("zammad", type, category, is_trial=dry_run)
    return await _take_over(how, file, user, workspace, json=json)


@app.command(name="osticket")
async def osticket(
    *file: Path,
    user: str | None = None,
    type: str | None = None,
    category: str | None = None,
    dry_run: bool = False,
    workspace: InWorkspace = None,
    json: InJson = False,
) -> int:
    """Take over tickets from osTicket, as ``gongdan import zendesk`` does: the CSV that a queue gives out, in English.
    It holds no messages.

    Parameters
    ----------
    file
        The files, in any order.
    user
        Mail address of the member by whose rights it is done; by default all rights.
    type
        Key of the type of all of them.
    category
        Key of the category of all of them.
    dry_run
        Try every ticket, and change nothing.
    """
    how = _takeover("osticket", type, category, is_trial=dry_run)
    return await _take_over(how, file, user, workspace, json=json)


def _takeover(source: str, type: str | None, category: str | None, *, is_trial: bool) -> transfer.Takeover:
    return transfer.Takeover(
        source=source, type=type, category=category, is_trial=is_trial, sanitise=sanitise, to_text=to_text
    )


async def _take_over(
    how: transfer.Takeover, files: Sequence[Path], user: str | None, workspace: str | None, *, json: bool
) -> int:
    """Exit code 1: tickets were refused, or nothing could be read."""
    raw = [await asyncio.to_thread(one.read_bytes) for one in files]
    async with installation() as services:
        who = await _actor(services, user, workspace)
        rules = await services.rules(who.workspace_id, who.release)
        try:
            found = await asyncio.to_thread(transfer.SYSTEMS[how.source], raw, rules.zone)
        except transfer.NoExport as why:
            tell("cli.import.no_export", said=str(why))
            return 1
        done = await transfer.take_over(services.uow, services.numbers, who, rules, found, how)
    counts = {"added": done.added, "changed": 0, "unchanged": done.unchanged, "refused": len(done.refused)}
    problems = {id: RefusalRecord.of(one) for id, one in done.refused.items()}
    if json:
        refused = [{"id": id, **msgspec.to_builtins(one)} for id, one in problems.items()]
        as_json({"dry_run": how.is_trial, **counts, "files_left": done.files_left, "problems": refused})
    else:
        for id, one in problems.items():
            line(f"{id:>12}  {_said(one)}")
        tell("cli.import.tried" if how.is_trial else "cli.import.done", **counts)
        if done.files_left:
            tell("cli.import.files_left", count=done.files_left)
    return 1 if problems else 0


async def _bring_in(
    key: str, file: Path, user: str | None, workspace: str | None, *, dry_run: bool, json: bool, invite: bool = False
) -> int:
    """Exit code 1: rows were refused."""
    raw = await asyncio.to_thread(file.read_bytes)
    async with installation() as services:
        who = await _actor(services, user, workspace)
        kinds = await wiring.imports_of(services)(who)
        kind = imports.kind_for(kinds, who, key)
        id = await imports.bring_in(services.db, who, kind, file.name, raw)
        await imports.check(services.db, who, kinds, id)
        done = await _carried_out(services, who, kinds, id, "check")
        if not dry_run:
            invites = wiring.inviting(services) if invite else None
            await imports.start(services.db, who, kinds, id, invites=invites, via="cli")
            done = await _carried_out(services, who, kinds, id, "run")
        async with services.db.read(who.workspace_id) as tx:
            state, _ = await imports.own(tx, who, kinds, id)
            problems = await operations.problems(tx, done.id, -1, done.total)
    added = state.row.would_add if dry_run else state.row.added
    counts = {"added": added, "changed": done.done - added, "unchanged": done.unchanged, "refused": done.failed}
    if json:
        refused = [{"row": one.subject, **msgspec.to_builtins(one.problem)} for one in problems]
        as_json({"id": id, "dry_run": dry_run, **counts, "invited": state.row.invited, "problems": refused})
    else:
        for one in problems:
            line(f"{one.subject:>7}  {_said(one.problem)}")
        tell("cli.import.tried" if dry_run else "cli.import.done", **counts)
        if invite and not dry_run:
            tell("cli.import.invited", n=state.row.invited)
    return 1 if done.failed or done.state != "done" else 0


async def _actor(services: Services, user: str | None, workspace: str | None) -> Authority:
    if user is not None:
        return await member(services, user, workspace)
    place = await the_workspace(services, workspace)
    return operator(place)


async def _carried_out(
    services: Services, who: Authority, kinds: imports.ImportKinds, id: int, part: Literal["check", "run"]
) -> Operation:
    """Carry it out here, or wait for the worker of the service that does."""
    work = operations.Work(services.db, wiring.operation_kinds(services))
    while True:
        is_busy = await operations.step(work)
        async with services.db.read(who.workspace_id) as tx:
            state, _ = await imports.own(tx, who, kinds, id)
        found: Operation | None = getattr(state, part)
        assert found is not None, "it was begun"
        if found.state in ("done", "cancelled", "failed"):
            return found
        if not is_busy:
            await asyncio.sleep(0.2)


def _said(problem: RefusalRecord) -> str:
    """In the languages of the terminal: the cells that are to blame, or why the row is refused."""
    said = []
    for locale in locales():
        faults = [f"{one.field}: {say(f'faults.{one.code}', locale, one.params)}" for one in problem.faults]
        said += faults or [say(f"errors.{problem.code}.title", locale, problem.members) or problem.code]
    return " · ".join(said)
