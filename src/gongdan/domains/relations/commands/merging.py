"""Merging a ticket into another, and parting them again. All tickets and conversations are locked, in the order of
their ids, before anything is decided."""

from collections.abc import Sequence
from typing import Final

from gongdan.domains.conversations import public as conversations
from gongdan.domains.relations import errors
from gongdan.domains.relations.events import TicketLinked, TicketMerged
from gongdan.domains.relations.model import LINKS
from gongdan.domains.relations.queries import Involved, involved, lock_all, said_in_log, unanswered
from gongdan.domains.relations.subjects.links import LinkTo, UnlinkFrom
from gongdan.domains.relations.subjects.merging import UNMERGING, Absorb, MergeInto, PartFrom
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.engine.undoing import HISTORY, undone_ids
from gongdan.domains.tickets.errors import NothingToUndo, RelatedChanged, TicketClosed, TicketNotFound, UndoOvertaken
from gongdan.domains.tickets.events import MessagePassedOn, MessageTakenOver
from gongdan.domains.tickets.public import Desk, checked
from gongdan.kernel.errors import FieldFault, Invalid

MERGE: Final = "ticket.merge"
ACROSS: Final = "ticket.merge_across"


async def merge(desk: Desk, number: str, into: str, *, across: bool) -> Decision:
    """Let ``into`` stand for ticket ``number``, which is closed as its duplicate. It shows the other's conversations,
    each of which stays its party's; what their customers say goes to it from now on. Who followed the one follows both,
    but for another customer's ticket. What was merged into the loser before goes along. ``across``: whoever
    merges knows that two customers asked.

    Raises:
        TicketNotFound, Forbidden, TicketClosed, ChildrenOpen, TooManyLinks.
        MergedAlready: another ticket stands for one of them.
        AcrossCustomers: two customers asked, and it was not said that this is known.
        Invalid: it is the same ticket.
    """
    if number == into:
        raise Invalid(faults=(FieldFault("into", "relations.itself"),))
    parts = await _locked(desk, number, into)
    loser, survivor = await desk.cases([number, into], "ticket.read")
    along = await desk.cases_by_id(_ids(parts, "along"))
    _check(desk, loser, survivor, across)
    shown = await _show_conversations(desk, _ids(parts, "conversation"), survivor.live.id)
    taken = await _taken_over(desk, loser)
    is_linked = any(one.related_id == survivor.live.id for one in loser[LINKS])
    here = [] if is_linked else [LinkTo(other_id=survivor.live.id, kind="duplicates")]
    there = [] if is_linked else [LinkTo(other_id=loser.live.id, kind="duplicated_by")]
    followed = intents.Participate(add=joining(loser.live, survivor.live))
    desk.apply(desk.settle(survivor, Absorb(loser.live.id), *there, followed, *taken))
    for one in along:
        desk.apply(desk.settle(one, MergeInto(into_id=survivor.live.id)))
    merging = MergeInto(into_id=survivor.live.id, conversations=tuple(shown))
    decision = desk.apply(desk.settle(loser, *here, merging))
    for message in taken:
        conversations.move_message(desk.tx, message.event.message_id, survivor.live.id)
    return decision


async def unmerge(desk: Desk, number: str) -> Decision:
    """Part a ticket from the one that stands for it: both stand as before, less what somebody changed since. What was
    said in its conversations meanwhile stays in them, and so with it.

    Raises:
        TicketNotFound, Forbidden: whoever merged them may, and leads.
        NotMerged.
    """
    parts = await _locked(desk, number, None)
    checked(await desk.case(number, "ticket.read"), desk.authority, MERGE)
    cases = await desk.cases_by_id([one.id for one in parts if one.part != "conversation"])
    known = {case.live.id: case.having(UNMERGING, [True]) for case in await desk.with_history(cases)}
    loser = known[_ids(parts, "loser")[0]]
    if loser.live.merged_into is None:
        raise errors.NotMerged()
    survivor = known[loser.live.merged_into]
    undone = undone_ids(loser[HISTORY])
    merges = [one for one in loser[HISTORY] if isinstance(one.event, TicketMerged) and one.id not in undone]
    merged = merges[-1]
    undo = intents.Undo(command_id=merged.command_id, asked_at=merged.at)
    decision = desk.settle(loser, undo, PartFrom(survivor.live.id), *_unlinking(loser, survivor, merged.command_id))
    await _hide_conversations(desk, merged.event.conversations, survivor.live.id)
    for one in (known[id] for id in _ids(parts, "along")):
        if any(past.command_id == merged.command_id for past in one[HISTORY]):
            desk.apply(desk.settle(one, undo))
    back = await _given_back(desk, loser, survivor, merged.command_id)
    there = [*_undoing(desk, survivor, undo), PartFrom(loser.live.id), *back]
    desk.apply(desk.settle(survivor, *there, *_unlinking(survivor, loser, merged.command_id)))
    for message in back:
        conversations.move_message(desk.tx, message.event.message_id, loser.live.id)
    return desk.apply(decision)


async def _locked(desk: Desk, number: str, into: str | None) -> list[Involved]:
    """
    Raises:
        TicketNotFound.
        RelatedChanged: while the locks were taken, somebody changed what it is about.
    """
    (found,) = await desk.tx.gather(involved(number, into))
    if not _ids(found, "loser"):
        raise TicketNotFound(number=number)
    ids = sorted({one.id for one in found})
    _, again = await desk.gather(lock_all(ids), involved(number, into))
    if not {one.id for one in again} <= set(ids):
        raise RelatedChanged()
    return again


def _ids(parts: Sequence[Involved], part: str) -> list[int]:
    return sorted(one.id for one in parts if one.part == part)


def _check(desk: Desk, loser: Case, survivor: Case, across: bool) -> None:
    for case in (loser, survivor):
        checked(case, desk.authority, MERGE)
        if case.live.merged_into is not None:
            raise errors.MergedAlready(number=case.live.number)
    if survivor.live.phase == "closed":
        raise TicketClosed(number=survivor.live.number)
    if loser.live.requester_id == survivor.live.requester_id:
        return
    for case in (loser, survivor):
        checked(case, desk.authority, ACROSS)
    if not across:
        raise errors.AcrossCustomers(names=[loser.requester.name, survivor.requester.name])


def joining(loser: Ticket, survivor: Ticket) -> tuple[tuple[int, str], ...]:
    """Who follows the one follows both. Of another customer's ticket nobody: who follows may be from outside, and would
    come to see what somebody else asked."""
    if loser.requester_id != survivor.requester_id:
        return ()
    return tuple(pair for pair in loser.participants if pair[1] in ("cc", "watcher", "mentioned"))


async def _show_conversations(desk: Desk, ids: Sequence[int], ticket_id: int) -> list[int]:
    """Those that the ticket did not show before."""
    shown = []
    for id in ids:
        (found,) = await desk.tx.gather(conversations.load(id))
        if ticket_id not in found[0].tickets:
            await conversations.commands.link(desk, found[0], ticket_id)
            shown.append(id)
    return shown


async def _hide_conversations(desk: Desk, ids: Sequence[int], ticket_id: int) -> None:
    """One in which something was said meanwhile that moved the ticket's clocks stays with it as well."""
    (kept,) = await desk.tx.gather(said_in_log(ticket_id, ids))
    for id in sorted(set(ids) - {one.conversation_id for one in kept}):
        (found,) = await desk.tx.gather(conversations.load(id))
        await conversations.commands.unlink(desk, found[0], ticket_id)


async def _taken_over(desk: Desk, loser: Case) -> list[intents.TakeOverMessage]:
    """The word that the loser's customer waits to be answered for is the survivor's to answer."""
    if loser.live.customer_waiting_at is None or loser.live.phase == "closed":
        return []
    (found,) = await desk.tx.gather(unanswered(loser.live.id))
    return [
        intents.TakeOverMessage(event=MessageTakenOver(message_id=one.message_id, conversation_id=one.conversation_id))
        for one in found
    ]


async def _given_back(desk: Desk, loser: Case, survivor: Case, command_id: int) -> list[intents.PassOnMessage]:
    """What it took over goes back; else the customer waits here for what else they wrote."""
    found = []
    for past in survivor[HISTORY]:
        if past.command_id == command_id and isinstance(past.event, MessageTakenOver):
            message_id = past.event.message_id
            (waits,) = await desk.tx.gather(conversations.still_waiting(survivor.live.id, but=message_id))
            waiting_at = waits[0].at if survivor.live.customer_waiting_at is not None else None
            passed = MessagePassedOn(message_id=message_id, ticket_id=loser.live.id, waiting_at=waiting_at)
            found.append(intents.PassOnMessage(event=passed))
    return found


def _undoing(desk: Desk, case: Case, undo: intents.Undo) -> list[intents.Undo]:
    """Nothing where the merge changed nothing of it, or somebody changed all of that since."""
    try:
        desk.settle(case, undo)
    except (NothingToUndo, UndoOvertaken):
        return []
    return [undo]


def _unlinking(case: Case, other: Case, command_id: int) -> list[UnlinkFrom]:
    """The link that the merge made, if it is there still."""
    made = any(
        isinstance(past.event, TicketLinked) and past.event.other_id == other.live.id
        for past in case[HISTORY]
        if past.command_id == command_id
    )
    is_there = any(one.related_id == other.live.id for one in case[LINKS])
    return [UnlinkFrom(other.live.id)] if made and is_there else []
