"""Running tickets taken to another version of their workflow, or to another workflow: a kind of operation (spec 02,
spec 11.4). It is previewed by status, done ticket by ticket under its lock, and can be undone. Customers hear nothing
of it; who had asked for an approval is told that it ended."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.bundle.workflows import ENDED, Phase
from gongdan.domains.operations.public import MOST_ITEMS, Kind, Plan, TooManyItems
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.many.bulk import tickets_kind
from gongdan.domains.tickets.desk.access import checked
from gongdan.domains.tickets.desk.desk import Desk, UnitOfWork
from gongdan.domains.tickets.desk.rulebook import RuleBook
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.rules import Rules, workflow_of
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.workflow.public import CompiledWorkflow, goes_to
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.kernel.errors import FieldFault, Forbidden, Invalid
from gongdan.kernel.text import Key

KEY: Final = "tickets.migrate"
RIGHT: Final = "policy.publish"

Version = Annotated[str, Meta(max_length=64)]


class WhichRun(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Tickets that are not closed and run on a workflow, and where they are to be taken."""

    workflow: Key
    version: Version | None = None
    """None: on any version but the one in force."""
    type: Key | None = None
    to: Key | None = None
    """The workflow by whose version in force they go on; None: their own."""


class MigrateTickets(WhichRun, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    statuses: Annotated[dict[Key, Key], Meta(max_length=500)] = {}
    """Status → status there. What is left out goes where it corresponds, and is refused where nothing does."""


class StandingTickets(msgspec.Struct, frozen=True):
    """How many stand at a status."""

    status: Key
    phase: Phase
    tickets: int


def target_of(rules: Rules, which: WhichRun, at: str = "params.") -> CompiledWorkflow:
    """Where they are to be taken. ``at``: before the names of what is wrong.

    Raises:
        Invalid: no such workflow or type, or one that is not used any more.
    """
    faults: list[FieldFault] = []
    if which.workflow not in rules.flows:
        faults.append(FieldFault(f"{at}workflow", "unknown_key", {"value": which.workflow}))
    if which.type is not None and which.type not in rules.types:
        faults.append(FieldFault(f"{at}type", "unknown_key", {"value": which.type}))
    there = rules.flows.get(which.to or which.workflow)
    if which.to is not None and (there is None or there.body.retired):
        faults.append(FieldFault(f"{at}to", "unknown_key", {"value": which.to}))
    if faults or there is None:
        raise Invalid(faults=tuple(faults))
    return there


def unmapped(
    there: CompiledWorkflow, standing: Sequence[StandingTickets], statuses: Mapping[Key, Key]
) -> list[FieldFault]:
    """The statuses at which tickets stand and from which no way leads there, or the one that is given does not fit."""
    return [
        FieldFault(f"params.statuses.{one.status}", "status_unfit" if one.status in statuses else "required")
        for one in standing
        if goes_to(there, one.status, one.phase, statuses) is None
    ]


IN_FLIGHT: Final = f"""
    select t.id, t.workflow, t.status, t.phase, t.type, t.approval
      from ticket t
     where t.workspace_id = %(workspace)s
       and t.phase not in ({", ".join(repr(one) for one in ENDED)})
       and t.archived_at is null and t.spam_at is null and t.trashed_at is null
    union all
    select id, workflow, status, phase, type, approval
      from ticket
     where workspace_id = %(workspace)s
       and phase = 'resolved'
       and archived_at is null and spam_at is null and trashed_at is null
"""
"""Tickets that are not closed; served by the partial indexes of open and of resolved ones."""

_MEANT: Final = f"""
      from ({IN_FLIGHT}) f
     where f.workflow <> %(target)s
       and f.workflow in (select hash from workflow_version
                           where workspace_id = %(workspace)s and body ->> 'key' = %(flow)s)
       and (%(version)s::text is null or f.workflow = %(version)s)
       and (%(type)s::text is null or f.type = %(type)s)
"""


class _Id(msgspec.Struct, frozen=True):
    id: int


def _params(which: WhichRun, there: CompiledWorkflow) -> dict[str, Any]:
    return {"flow": which.workflow, "version": which.version, "type": which.type, "target": there.hash}


def standing(which: WhichRun, there: CompiledWorkflow) -> Query[StandingTickets]:
    """How many of those that are meant stand at each status."""
    return Query(
        StandingTickets,
        f"select f.status, f.phase, count(*) as tickets {_MEANT} group by 1, 2 order by 1",
        _params(which, there),
    )


class WaitingApprovals(msgspec.Struct, frozen=True):
    tickets: int


def waiting_approvals(which: WhichRun, there: CompiledWorkflow) -> Query[WaitingApprovals]:
    """Of how many of them an approval is under way."""
    return Query(
        WaitingApprovals,
        f"""
        select count(*) as tickets {_MEANT}
           and f.approval is not null and coalesce(f.approval ->> 'state', 'waiting') = 'waiting'
        """,
        _params(which, there),
    )


def _ids(which: WhichRun, there: CompiledWorkflow) -> Query[_Id]:
    return Query(
        _Id, f"select f.id {_MEANT} order by f.id limit %(most)s", _params(which, there) | {"most": MOST_ITEMS + 1}
    )


def migration(uow: UnitOfWork, rules_of: RuleBook) -> Kind:
    """Whoever publishes the policy takes running tickets to it."""

    async def plan(tx: ReadTx, authority: Authority, params: MigrateTickets) -> Plan:
        if not may_somewhere(authority, RIGHT):
            raise Forbidden(action=RIGHT)
        rules = await rules_of(authority.workspace_id, authority.release)
        there = target_of(rules, params)
        known, ids = await tx.gather(standing(params, there), _ids(params, there), last=True)
        if faults := _wrong(there, params.statuses) or unmapped(there, known, params.statuses):
            raise Invalid(faults=tuple(faults))
        if len(ids) > MOST_ITEMS:
            raise TooManyItems(most=MOST_ITEMS)
        return Plan(subjects=[one.id for one in ids])

    return tickets_kind(uow, KEY, MigrateTickets, plan, _migrate)


def _wrong(there: CompiledWorkflow, statuses: Mapping[Key, Key]) -> list[FieldFault]:
    known = {key for key, one in there.statuses.items() if not one.retired}
    return [
        FieldFault(f"params.statuses.{status}", "unknown_status") for status, to in statuses.items() if to not in known
    ]


async def _migrate(desk: Desk, case: Case, params: MigrateTickets) -> Decision:
    """As it stands now: one that closed meanwhile, or is of what was meant no more, stays as it is."""
    if not may_somewhere(desk.authority, RIGHT):
        raise Forbidden(action=RIGHT)
    case = checked(case, desk.authority, "ticket.read")
    if not _is_meant(case, desk.rules, params):
        return desk.settle(case)
    return desk.apply(desk.settle(case, intents.Migrate(to=params.to, statuses=params.statuses)))


def _is_meant(case: Case, rules: Rules, params: MigrateTickets) -> bool:
    here = workflow_of(case, rules)
    is_of = here.key == params.workflow and (params.version is None or params.version == here.hash)
    return is_of and params.type in (None, case.live.type)
