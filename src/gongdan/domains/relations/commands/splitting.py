"""Splitting: what a customer wrote besides becomes a ticket of its own."""

from collections.abc import Sequence

import msgspec

from gongdan.domains.conversations.public import Attached
from gongdan.domains.relations.commands.linking import LINK
from gongdan.domains.relations.errors import NothingToSplit
from gongdan.domains.relations.queries import ChosenMessage, chosen_messages
from gongdan.domains.relations.subjects.links import LinkTo
from gongdan.domains.tickets.public import Desk, NewTicket, Opened, checked, commands


async def split(desk: Desk, number: str, messages: Sequence[int], new: NewTicket, triage: commands.Triage) -> Opened:
    """Open a ticket with what its customer wrote in these messages of another one, files included. They stay where they
    are. It counts as asked for when the first of them was written: its clocks run from then. What ``new`` leaves out,
    triage and the rules say.

    Raises:
        TicketNotFound, Forbidden.
        NothingToSplit: a message is not of the ticket, is no customer's, or they are of two.
        Invalid: what is opened lacks something.
    """
    case = checked(await desk.case(number, LINK), desk.authority, "message.read")
    (found,) = await desk.tx.gather(chosen_messages(case.live.id, messages))
    if len(found) != len(set(messages)) or len({one.party_id for one in found}) != 1:
        raise NothingToSplit()
    opened = await commands.open_ticket(desk, _of_messages(new, found), triage)
    (born,) = await desk.cases_by_id([opened.decision.ticket_id])
    desk.apply(desk.settle(born, LinkTo(other_id=case.live.id, kind="relates")))
    desk.apply(desk.settle(case, LinkTo(other_id=born.live.id, kind="relates")))
    return opened


def _of_messages(new: NewTicket, found: Sequence[ChosenMessage]) -> NewTicket:
    return msgspec.structs.replace(
        new,
        requester=found[0].party_id,
        asked_at=found[0].at,
        text="\n\n".join(one.text for one in found if one.text),
        files=tuple(Attached(file_id=id) for one in found for id in one.files),
        may_be_incomplete=True,
    )
