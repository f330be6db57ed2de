"""Trying the drafted policy: when a ticket would be due, asked while calendars and promises are edited."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.accounts.public import Authority
from gongdan.domains.bundle.times.calendars import Calendar
from gongdan.domains.bundle.times.sla import Metric, Unit
from gongdan.domains.policy.public import Sections, on_trial
from gongdan.domains.sla.promises import trial
from gongdan.domains.tickets.public import RuleBook, Rules, imagined
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, Request
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.text import Key, Name


class TryDraft(Request, frozen=True, kw_only=True):
    """A ticket that is imagined."""

    type: Key
    priority: Key
    category: Key | None = None
    created_at: Annotated[datetime, Meta(tz=True)]
    calendar: Calendar | None = None
    """As it is being edited; else as it is drafted."""


class TriedPromise(Answer, frozen=True, kw_only=True):
    metric: Metric
    amount: int
    unit: Unit
    calendar: Key | None
    """Whose hours count, or whose midnight; null: calendar time, around the clock."""
    due_at: datetime | None
    """Null: the hours that count never open again."""
    warns_at: list[datetime]
    is_provisional: bool
    """Whether official days off before it are not announced yet, so that it may still move."""


class TriedDraft(Answer, frozen=True, kw_only=True):
    policy: Name | None
    """The name of the SLA policy that would apply; null: none."""
    promises: list[TriedPromise]
    """Those that begin with the ticket."""


@post(
    "/policy/draft/trials",
    status_code=200,
    operation_id="tryDraft",
    tags=["policy"],
    opt=needs("staff", "policy.edit", scope="admin"),
)
async def try_draft(
    data: JSONBody[TryDraft],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    rules: NamedDependency[RuleBook],
) -> TriedDraft:
    """When a ticket of a type and a priority that is created at an instant would be due by the policy as it is drafted,
    if nobody does anything. Nothing is opened. 422 with the findings while the draft has errors."""
    edited = {} if data.calendar is None else {"calendars": [data.calendar]}
    async with db.read(authority.workspace_id) as tx:
        bundle = await on_trial(tx, authority.release, sections, clock.now(), edited)
        compiled = await rules.of(tx, authority.release, bundle)
    if faults := tuple(_faults(compiled, data)):
        raise Invalid(faults=faults)
    at = data.created_at
    case = imagined(compiled, at, type=data.type, category=data.category, priority=data.priority)
    policy = next((one for one in bundle.sla if one.key == trial.policy_for(compiled, case, at)), None)
    return TriedDraft(
        policy=policy.name if policy else None, promises=[_promise(one) for one in trial.tried(compiled, case, at)]
    )


def _faults(rules: Rules, data: TryDraft) -> Iterator[FieldFault]:
    known = (
        ("type", data.type, rules.types),
        ("priority", data.priority, rules.priorities),
        ("category", data.category, rules.categories),
    )
    for field, key, entries in known:
        if key is not None and key not in entries:
            yield FieldFault(field, "unknown_key", {"value": key})


def _promise(one: trial.Trial) -> TriedPromise:
    return TriedPromise(
        metric=one.metric,
        amount=one.goal.amount,
        unit=one.goal.unit,
        calendar=one.goal.calendar,
        due_at=one.due_at,
        warns_at=list(one.warns_at),
        is_provisional=one.is_provisional,
    )


handlers = [try_draft]
