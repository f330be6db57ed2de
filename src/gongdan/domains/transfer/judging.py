"""What becomes of a ticket that comes from elsewhere: by the form, the workflow and the times that it brings. Pure.

Nothing is decided anew: where it stood it stands, and no transition, guard or approval is asked of what is history.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from gongdan.domains.bundle.workflows import Status
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import ENDED, LastWord
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.errors import UnknownKey
from gongdan.domains.tickets.public import (
    ARCHIVED_AFTER,
    Filled,
    checked_fields,
    filled_in,
    kind_given,
    kind_read,
    priority_by_default,
)
from gongdan.domains.tickets.subjects.tags import MAX_TAG
from gongdan.domains.transfer.events import TicketImported
from gongdan.domains.transfer.history import PastMessage, PastTicket
from gongdan.domains.transfer.subjects import CHANNEL
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import one_line

_OPENED: Final = ("title", "type", "category", "priority", "tags", "fields", "incomplete")
_TIMES: Final = ("created_at", "first_response_at", "resolved_at", "closed_at")


def imported(
    rules: Rules,
    case: Case,
    past: PastTicket,
    *,
    number: str,
    messages: Sequence[tuple[int, PastMessage]],
    now: datetime,
    has_left: bool,
) -> TicketImported:
    """The event that its log begins with. ``messages``: with the ids that they are kept under. ``has_left``: its
    assignee works here no more, so that it waits for others unless it ended.

    Raises:
        UnknownKey, TypeMismatch, Invalid: what the form would refuse, and times that cannot be.
    """
    faults = _faults_of_times(past, now)
    if not past.title:
        faults.append(FieldFault("title", "required"))
    if faults:
        raise Invalid(faults=tuple(faults))
    opening = _opening(rules, case, past, now)
    status = _status(rules, opening.type, past)
    return TicketImported(
        **{name: getattr(opening, name) for name in _OPENED},
        number=number,
        source=past.source,
        external_id=past.external_id,
        status=status.key,
        phase=status.phase,
        workflow=rules.current[opening.type].hash,
        requester_id=case.requester.person_id,
        organisation_id=case.requester.organisation_id,
        team=past.team or _team(rules, opening.type, opening.category),
        assignee_id=None if has_left and status.phase not in ENDED else past.assignee_id,
        close_reason="solved" if status.phase == "closed" else None,
        rating=past.rating if status.phase in ENDED else None,
        messages=tuple(id for id, _ in messages),
        **_course(status, past, case.requester.person_id, now),
    )


def _course(status: Status, past: PastTicket, requester_id: int, now: datetime) -> dict[str, Any]:
    """When what happened, as far as it is told or follows from what was said."""
    times = [one.at for one in past.messages]
    said = [one for one in past.messages if not one.internal]
    told = [at for name in _TIMES if (at := getattr(past, name)) is not None]
    created = past.created_at or min([*times, *told], default=now)
    resolved, closed = _ended(status, past, created)
    return {
        "created_at": created,
        "updated_at": max([at for at in (created, resolved, closed) if at] + times),
        "status_at": closed or now,
        "first_response_at": past.first_response_at or _first_answer(said),
        "customer_waiting_at": None if status.phase in ENDED else _waiting(said),
        "resolved_at": resolved,
        "closed_at": closed,
        "archived_at": now if closed is not None and closed + ARCHIVED_AFTER <= now else None,
        "last_word": _last_word(said, requester_id),
    }


def _faults_of_times(past: PastTicket, now: datetime) -> list[FieldFault]:
    """None of them lies ahead, and nothing ended before it began."""
    faults: list[FieldFault] = []
    given = {name: at for name in _TIMES if (at := getattr(past, name)) is not None}
    for name, at in given.items():
        if at > now:
            faults.append(FieldFault(name, "imports.time_ahead"))
        elif name != "created_at" and past.created_at is not None and at < past.created_at:
            faults.append(FieldFault(name, "imports.time_before_creation"))
    if past.resolved_at is not None and past.closed_at is not None and past.closed_at < past.resolved_at:
        faults.append(FieldFault("closed_at", "imports.time_before_solution"))
    return faults


def _opening(rules: Rules, case: Case, past: PastTicket, now: datetime) -> intents.Open:
    """As the form lets it be."""
    if past.priority is not None and (past.priority not in rules.priorities or rules.priorities[past.priority].retired):
        raise UnknownKey(faults=(FieldFault("priority", "unknown_key", {"value": past.priority}),))
    if past.may_be_incomplete:
        kind = kind_read(rules, type_key=past.type, category=past.category, guessed_type=None, guessed_category=None)
    else:
        kind = kind_given(rules, type_key=past.type, category=past.category)
    opening = intents.Open(
        number="",
        title=one_line(past.title, 200) or "—",
        type=kind.type,
        category=kind.category,
        priority=past.priority or priority_by_default(rules, kind.type, kind.category),
        channel=CHANNEL,
        by_agent=False,
        creator_id=None,
        fields=checked_fields(rules, kind.type, past.fields),
        tags=tuple(sorted({tag for one in past.tags if (tag := one_line(one, MAX_TAG))})),
        incomplete=("category",) if kind.category is None else (),
    )
    filled = Filled(
        by="agent",
        given=past.fields,
        chose_type=past.type is not None,
        may_be_incomplete=past.may_be_incomplete,
    )
    return filled_in(rules, case, opening, filled, now)


def _status(rules: Rules, type_key: str, past: PastTicket) -> Status:
    """The one that is named; else what the times say; else the one that new tickets begin with."""
    flow = rules.current[type_key]
    if past.status is not None:
        found = flow.statuses.get(past.status)
        if found is None or found.retired:
            raise UnknownKey(faults=(FieldFault("status", "unknown_key", {"value": past.status}),))
        return found
    if past.phase is not None:
        return flow.counterpart("", past.phase)
    ended = flow.first_in("closed") if past.closed_at else flow.first_in("resolved") if past.resolved_at else None
    return ended or flow.statuses[flow.body.initial]


def _ended(status: Status, past: PastTicket, created: datetime) -> tuple[datetime | None, datetime | None]:
    """When it was resolved and when it was closed; of an open ticket neither, whatever was before it came back."""
    if status.phase not in ENDED:
        return None, None
    said = [one.at for one in past.messages]
    last = max([created, *said])
    resolved = past.resolved_at or past.closed_at or last
    return resolved, None if status.phase == "resolved" else past.closed_at or resolved


def _team(rules: Rules, type_key: str, category: str | None) -> str | None:
    """Where it is seen: by the category, else by the type, else where everything goes that goes nowhere."""
    seen: set[str] = set()
    while category is not None and category in rules.categories and category not in seen:
        seen.add(category)
        if (team := rules.categories[category].team) is not None:
            return team
        category = rules.categories[category].parent
    return rules.types[type_key].default_team or rules.bundle.dispatch.fallback_team


def _first_answer(said: Sequence[PastMessage]) -> datetime | None:
    return next((one.at for one in said if one.author == "agent"), None)


def _waiting(said: Sequence[PastMessage]) -> datetime | None:
    """Since when the customer waits: the first of their words that nobody answered."""
    since: datetime | None = None
    for one in said:
        since = None if one.author == "agent" else since or one.at
    return since


def _last_word(said: Sequence[PastMessage], requester_id: int) -> LastWord | None:
    if not said:
        return None
    last = said[-1]
    return LastWord(by=last.author, person_id=last.author_id if last.author == "agent" else None, at=last.at)
