"""Taking an import back: the tickets that it made and that nobody touched since go to the trash. What somebody touched
stays, and is told."""

from collections.abc import Sequence

from gongdan.domains.accounts.public import may
from gongdan.domains.imports.public import Outcome
from gongdan.domains.tickets.public import Case, Desk, commands, keys
from gongdan.domains.transfer import rows
from gongdan.domains.transfer.errors import TicketTouched
from gongdan.kernel.errors import Forbidden, Refusal


async def take_back(desk: Desk, import_id: int, numbers: Sequence[int]) -> list[Outcome | Refusal]:
    """What became of each row's ticket, in their order. Its row may be brought in anew afterwards."""
    (found,) = await desk.gather(rows.tickets_of(import_id, numbers))
    ids = {one.number: one.id for one in found}
    cases = {case.live.id: case for case in await desk.cases_by_id(sorted(ids.values()))}
    (touched,) = await desk.gather(rows.touched(sorted(cases)))
    hands = {one.id for one in touched}
    answers: list[Outcome | Refusal] = []
    for number in numbers:
        case = cases.get(ids.get(number, 0))
        try:
            answers.append("unchanged" if case is None else await _one(desk, case, hands, import_id, number))
        except Refusal as refusal:
            answers.append(refusal)
    return answers


async def _one(desk: Desk, case: Case, touched: set[int], import_id: int, number: int) -> Outcome:
    """
    Raises:
        Forbidden: they may not put it into the trash.
        TicketTouched: somebody did something with it.
    """
    ticket = case.live
    if ticket.trashed_at is not None:
        return "unchanged"
    if not may(desk.authority, "ticket.trash", keys(ticket)):
        raise Forbidden()
    if ticket.id in touched:
        raise TicketTouched(handle=ticket.number)
    await commands.put_away(desk, case, shelf="trash")
    rows.forget(desk.tx, import_id, number)
    return "changed"
