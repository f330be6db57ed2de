"""Tickets as a kind of import: what a chunk of rows names is looked up at once, and the chunk is brought in at once."""

from collections.abc import Sequence

from gongdan.domains.imports.public import Doing, ImportKind, NumberedRow, Outcome
from gongdan.domains.tickets.public import Desk, Numbers, Rules, UnitOfWork
from gongdan.domains.transfer import rows
from gongdan.domains.transfer.bringing import RIGHT, bring_in
from gongdan.domains.transfer.history import PastTicket
from gongdan.domains.transfer.tables.columns import TicketInFile, columns_of
from gongdan.domains.transfer.tables.reading import Lookups, identity, looked_up, past
from gongdan.domains.transfer.undoing import take_back
from gongdan.infra.db.tx import Tx
from gongdan.kernel.errors import Refusal
from gongdan.kernel.text import normalise


def tickets_kind(rules: Rules, uow: UnitOfWork, numbers: Numbers) -> ImportKind:
    """Tickets as this release has them."""

    async def apply_many(tx: Tx, doing: Doing, chunk: Sequence[NumberedRow]) -> Sequence[Outcome | Refusal]:
        taken = ["-"] * len(chunk) if doing.is_trial else await numbers.take(rules, len(chunk), doing.now)
        async with uow.within(tx, doing.authority, via="import") as desk:
            return await _brought(desk, doing, chunk, taken)

    async def undo(tx: Tx, doing: Doing, chunk: Sequence[int]) -> Sequence[Outcome | Refusal]:
        async with uow.within(tx, doing.authority, via="import") as desk:
            return await take_back(desk, doing.import_id, chunk)

    return ImportKind(
        key="tickets",
        name={"zh-CN": "工单", "en": "Tickets"},
        action=RIGHT,
        columns=columns_of(rules),
        shape=TicketInFile,
        identity=identity,
        apply_many=apply_many,
        undo=undo,
    )


async def _brought(
    desk: Desk, doing: Doing, chunk: Sequence[NumberedRow], numbers: Sequence[str]
) -> list[Outcome | Refusal]:
    around = await _looked_up(desk, [one.row for one in chunk])
    wanted: list[PastTicket | Refusal] = [_past(desk, one, around) for one in chunk]
    fit = [(one, number) for one, number in zip(wanted, numbers, strict=True) if isinstance(one, PastTicket)]
    done = iter(await bring_in(desk, *_apart(fit), import_id=doing.import_id))
    return [one if isinstance(one, Refusal) else next(done) for one in wanted]


def _apart(fit: Sequence[tuple[PastTicket, str]]) -> tuple[list[PastTicket], list[str]]:
    return [one for one, _ in fit], [number for _, number in fit]


async def _looked_up(desk: Desk, chunk: Sequence[TicketInFile]) -> Lookups:
    names = {normalise(one.assignee) for one in chunk if one.assignee}
    members, teams = await desk.gather(rows.members_called(names), rows.all_teams())
    return looked_up(members, teams)


def _past(desk: Desk, one: NumberedRow, around: Lookups) -> PastTicket | Refusal:
    try:
        return past(one.row, desk.rules, around, one.number, desk.now)
    except Refusal as refusal:
        return refusal
