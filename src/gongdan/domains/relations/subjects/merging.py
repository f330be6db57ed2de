"""That a ticket was merged into another, which stands for it."""

from collections.abc import Sequence
from typing import Final

from gongdan.domains.relations import errors, events
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.rules import workflow_of
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    Context,
    EventKind,
    Guard,
    Intent,
    IntentKind,
    Offer,
    Restores,
    Says,
    Subject,
)
from gongdan.domains.tickets.engine.undoing import HISTORY
from gongdan.domains.tickets.events import TicketMoved, TicketUndone
from gongdan.domains.tickets.public import Narrator
from gongdan.domains.tickets.subjects.moves import moved
from gongdan.domains.workflow.errors import TransitionRefused
from gongdan.kernel.events import Event


class MergeInto(Intent, frozen=True):
    into_id: int
    conversations: tuple[int, ...] = ()


class Absorb(Intent, frozen=True):
    other_id: int


class PartFrom(Intent, frozen=True):
    other_id: int


UNMERGING: Final = Facet("unmerging", bool, None)
"""Given by the command that un-merges: it alone takes a merge back."""


def _merge_into(case: Case, intent: MergeInto, context: Context) -> Sequence[Event]:
    ticket, workflow = case.live, workflow_of(case, context.rules)
    merged = events.TicketMerged(into_id=intent.into_id, before=ticket.merged_into, conversations=intent.conversations)
    if ticket.phase == "closed":
        return [merged]
    closed = workflow.first_in("closed")
    if closed is None:
        raise TransitionRefused(current=ticket.status, wanted="closed", allowed=[])
    return [merged, moved(case, workflow, closed.key, "merge", "duplicate")]


def _stays_closed(case: Case, event: TicketMoved, context: Context) -> None:
    if case.live.merged_into is not None and event.after_phase != "closed":
        raise errors.MergedTogether()


def _stays_merged(case: Case, event: TicketUndone, context: Context) -> None:
    """A merge is two halves and what was said since: ``unmerge`` takes both back."""
    merges = {one.command_id for one in case[HISTORY] if isinstance(one.event, _HALVES)}
    command_id = next((one.command_id for one in case[HISTORY] if one.id == event.of), None)
    if command_id in merges and not case[UNMERGING]:
        raise errors.MergedTogether()


_HALVES: Final = (events.TicketMerged, events.TicketAbsorbed)


def _says(key: str, name: str) -> Says:
    def says(values: Values, narrator: Narrator) -> str:
        return narrator.say(key, ticket=narrator.ticket(values[name]))

    return says


SUBJECT = Subject(
    key="merging",
    events=(
        EventKind(
            event=events.TicketMerged,
            fold=lambda ticket, event, at: {"merged_into": event.into_id},
            reverse=Restores(columns=("merged_into",)),
            shown=to_staff,
            says=_says("events.merged", "into_id"),
            tickets=lambda values: (values.get("into_id"), values.get("before")),
        ),
        EventKind(
            event=events.TicketAbsorbed,
            shown=to_staff,
            says=_says("events.absorbed", "other_id"),
            tickets=lambda values: (values.get("other_id"),),
        ),
        EventKind(
            event=events.TicketParted,
            shown=to_staff,
            says=_says("events.parted", "other_id"),
            tickets=lambda values: (values.get("other_id"),),
        ),
    ),
    intents=(
        IntentKind(intent=MergeInto, rule=_merge_into, when_closed=True),
        IntentKind(intent=Absorb, rule=lambda case, intent, context: [events.TicketAbsorbed(other_id=intent.other_id)]),
        IntentKind(
            intent=PartFrom,
            rule=lambda case, intent, context: [events.TicketParted(other_id=intent.other_id)],
            when_closed=True,
        ),
    ),
    guards=(Guard(event=TicketMoved, check=_stays_closed), Guard(event=TicketUndone, check=_stays_merged)),
    offers=(
        Offer(
            action="ticket.merge",
            why_not=lambda case, context: errors.MergedAlready.code if case.live.merged_into else None,
        ),
        Offer(
            action="ticket.unmerge",
            right="ticket.merge",
            why_not=lambda case, context: None if case.live.merged_into else errors.NotMerged.code,
        ),
    ),
)
