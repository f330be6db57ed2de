"""Where running tickets go on when they are taken to another version, or to another workflow. Pure."""

from collections.abc import Mapping

from gongdan.domains.bundle.workflows import Phase, Status
from gongdan.domains.workflow.definition import LIKE_PHASES, CompiledWorkflow
from gongdan.kernel.text import Key


def fits(before: Phase, after: Phase) -> bool:
    """Whether a ticket of one phase may be taken to another without anybody deciding so: what is solved stays solved,
    what is not is not solved by it, and nothing is closed or reopened."""
    return "closed" not in (before, after) and (before == "resolved") == (after == "resolved")


def corresponding(there: CompiledWorkflow, status: Key, phase: Phase) -> Status | None:
    """The status there that corresponds by itself: of the same key, else the first of the same phase, else of one that
    is like it. None: nothing does, and somebody must say."""
    same = there.statuses.get(status)
    found = [same if same is not None and not same.retired else None]
    found += [there.first_in(one) for one in (phase, *LIKE_PHASES[phase])]
    return next((one for one in found if one is not None and fits(phase, one.phase)), None)


def goes_to(there: CompiledWorkflow, status: Key, phase: Phase, statuses: Mapping[Key, Key]) -> Status | None:
    """The same, where ``statuses`` says otherwise first. None also where what it says is not there, or does not fit."""
    if status not in statuses:
        return corresponding(there, status, phase)
    found = there.statuses.get(statuses[status])
    return found if found is not None and not found.retired and fits(phase, found.phase) else None
