"""A running ticket goes on by another version of its workflow, or by another workflow: by a map alone (spec 02)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from gongdan.domains.bundle.workflows import Phase, Status
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rules import workflow_of
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import Context, EventKind, Intent, IntentKind, Restores, Subject
from gongdan.domains.tickets.errors import StatusUnmapped
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.domains.tickets.subjects.moves import STATUS
from gongdan.domains.workflow.public import CompiledWorkflow, goes_to
from gongdan.kernel.events import Event
from gongdan.kernel.text import Key


class TicketMigrated(Event, frozen=True, kw_only=True, tag="ticket.migrated"):
    """It goes on by another version, at the status that corresponds. It is no move: the status does nothing on entry,
    and no rule answers it. Limits of the status begin anew."""

    workflow: str
    """Hash of the version that it runs on from then."""
    workflow_before: str
    flow: Key
    name: dict[str, str]
    """Of that workflow."""
    before: str
    after: str
    before_phase: Phase
    after_phase: Phase


class Migrate(Intent, frozen=True):
    """Go on by the version in force of the workflow ``to``; None: of its own."""

    to: Key | None = None
    statuses: Mapping[Key, Key] = {}
    """Status → status there. What is left out goes where it corresponds."""


def _migrate(case: Case, intent: Migrate, context: Context) -> Sequence[Event]:
    """A closed ticket, and one that runs on that version already, stay as they are.

    Raises:
        StatusUnmapped: nothing there corresponds to its status, and nobody said what does.
    """
    ticket, here = case.live, workflow_of(case, context.rules)
    there = context.rules.flows.get(intent.to or here.key)
    if ticket.phase == "closed" or there is None or there.hash == here.hash:
        return []
    target = goes_to(there, ticket.status, ticket.phase, intent.statuses)
    if target is None:
        raise StatusUnmapped(status=ticket.status, name=_name(here, ticket.status))
    return [_migrated(ticket, there, target)]


def _name(flow: CompiledWorkflow, status: str) -> Mapping[str, str]:
    found = flow.statuses.get(status)
    return found.name if found else {"zh-CN": status}


def _migrated(ticket: Ticket, there: CompiledWorkflow, target: Status) -> TicketMigrated:
    return TicketMigrated(
        workflow=there.hash,
        workflow_before=ticket.workflow,
        flow=there.key,
        name=dict(there.body.name),
        before=ticket.status,
        after=target.key,
        before_phase=ticket.phase,
        after_phase=target.phase,
    )


def _folded(ticket: Ticket, event: TicketMigrated, at: datetime) -> Mapping[str, Any]:
    """How often limits acted is forgotten with them."""
    stands = {"workflow": event.workflow, "status": event.after, "phase": event.after_phase}
    return stands | {"status_at": at, "limits_reached": {}}


_REVERSE = Restores(
    columns=("workflow",),
    bound={"workflow": ("status", "type")},
    along=("status", "phase", "limits_reached"),
)
"""Only while it stands where it was taken: whoever moved it since did so by the new version."""


def _says(values: Values, narrator: Narrator) -> str:
    said = narrator.say("events.migrated", values)
    if values["before"] == values["after"]:
        return said
    before, after = narrator.status(values["before"]), narrator.status(values["after"])
    return said + narrator.say("events.migrated_to", before=before, after=after)


SUBJECT = Subject(
    key="migrating",
    events=(
        EventKind(
            event=TicketMigrated,
            fold=_folded,
            changes=lambda event, ticket: {
                "status": (event.before, event.after),
                "phase": (event.before_phase, event.after_phase),
            },
            touches=lambda event: STATUS,
            reverse=_REVERSE,
            shown=to_staff,
            says=_says,
        ),
    ),
    intents=(IntentKind(intent=Migrate, rule=_migrate, when_closed=True),),
)
