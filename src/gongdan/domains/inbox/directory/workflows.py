"""How many tickets run on each workflow, on which of its versions, and at which status they stand."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.bundle.section.stored import read
from gongdan.domains.bundle.workflows import Phase, Status, Workflow
from gongdan.domains.tickets.public import Rules, commands
from gongdan.domains.workflow.public import CompiledWorkflow, corresponding
from gongdan.infra.db.tx import Query, ReadTx
from gongdan.infra.http.bodies import Answer
from gongdan.kernel.text import Key, Name


class StatusStanding(Answer, frozen=True):
    """A status of a version, and how many tickets stand there. Closed tickets run no more and are not counted."""

    status: Key
    name: Name
    phase: Phase
    tickets: int


class RunningVersion(Answer, frozen=True):
    """A version of a workflow that tickets run on, or that new ones get."""

    version: str
    """Names it for good: equal definitions are one version."""
    is_current: bool
    release: int
    """The first release that had it."""
    published_at: datetime
    tickets: int
    statuses: tuple[StatusStanding, ...]
    """In the order of the definition; one that is retired only while tickets stand there."""


class RunningWorkflow(Answer, frozen=True):
    """A workflow of the release in force. ``types`` are those in use whose new tickets get it."""

    key: Key
    name: Name
    retired: bool
    types: tuple[Key, ...]
    tickets: int
    """On all its versions."""
    versions: tuple[RunningVersion, ...]
    """The current one first, then the latest."""


class StatusMapping(Answer, frozen=True):
    """A status at which tickets stand, and where they go on."""

    status: Key
    name: Name
    phase: Phase
    tickets: int
    to: Key | None
    """Where it corresponds; null: nothing does, and whoever migrates says where they go."""


class MigrationPreview(Answer, frozen=True):
    """What migrating would do. ``statuses`` of the target that fit a status are those of any phase but ``closed``, and
    of ``resolved`` for what is resolved and for nothing else."""

    workflow: Key
    to: Key
    version: str
    """The one that they would run on."""
    tickets: int
    approvals: int
    """That are under way, and would end."""
    statuses: tuple[StatusMapping, ...]


class _Row(msgspec.Struct, frozen=True):
    hash: str
    body: dict[str, Any]
    release: int
    published_at: datetime
    tickets: dict[str, int]


async def running_workflows(tx: ReadTx, rules: Rules) -> list[RunningWorkflow]:
    """Those of the release in force, in its order, retired ones last."""
    current = {flow.key: rules.flows[flow.key].hash for flow in rules.bundle.workflows}
    (rows,) = await tx.gather(_versions(list(current.values())), last=True)
    found = [_workflow(flow, current[flow.key], rows, rules) for flow in rules.bundle.workflows]
    return sorted(found, key=lambda one: one.retired)


async def migration_preview(tx: ReadTx, rules: Rules, which: commands.WhichRun) -> MigrationPreview:
    """Tickets that are not closed and do not run on the target, by status.

    Raises:
        Invalid: no such workflow or type, or a workflow that is not used any more.
    """
    there = commands.target_of(rules, which, at="")
    found, rows, approvals = await tx.gather(
        commands.standing(which, there), _versions([there.hash]), commands.waiting_approvals(which, there), last=True
    )
    names: dict[str, Name] = {}
    for row in sorted(rows, key=lambda one: one.published_at):
        if row.body["key"] == which.workflow:
            names |= {one.key: one.name for one in read(row.body, Workflow).statuses}
    return MigrationPreview(
        workflow=which.workflow,
        to=there.key,
        version=there.hash,
        tickets=sum(one.tickets for one in found),
        approvals=approvals[0].tickets,
        statuses=tuple(_mapping(one, names, there) for one in found),
    )


def _mapping(one: commands.StandingTickets, names: Mapping[str, Name], there: CompiledWorkflow) -> StatusMapping:
    target = corresponding(there, one.status, one.phase)
    return StatusMapping(
        status=one.status,
        name=names.get(one.status, {"zh-CN": one.status, "en": one.status}),
        phase=one.phase,
        tickets=one.tickets,
        to=target.key if target is not None else None,
    )


def _workflow(flow: Workflow, current: str, rows: Sequence[_Row], rules: Rules) -> RunningWorkflow:
    mine = [row for row in rows if row.body["key"] == flow.key]
    mine.sort(key=lambda row: (row.hash == current, row.published_at, row.release), reverse=True)
    versions = tuple(_version(row, is_current=row.hash == current) for row in mine)
    return RunningWorkflow(
        key=flow.key,
        name=flow.name,
        retired=flow.retired,
        types=tuple(one.key for one in rules.bundle.types if one.workflow == flow.key and not one.retired),
        tickets=sum(one.tickets for one in versions),
        versions=versions,
    )


def _version(row: _Row, *, is_current: bool) -> RunningVersion:
    return RunningVersion(
        version=row.hash,
        is_current=is_current,
        release=row.release,
        published_at=row.published_at,
        tickets=sum(row.tickets.values()),
        statuses=tuple(_standing(read(row.body, Workflow).statuses, row.tickets)),
    )


def _standing(statuses: Sequence[Status], tickets: Mapping[str, int]) -> Iterator[StatusStanding]:
    for one in statuses:
        if not one.retired or tickets.get(one.key):
            count = tickets.get(one.key, 0)
            yield StatusStanding(status=one.key, name=one.name, phase=one.phase, tickets=count)


def _versions(current: Sequence[str]) -> Query[_Row]:
    """The current versions, and every one that tickets in flight run on."""
    return Query(
        _Row,
        f"""
        with standing as (
          select workflow, status, count(*) as tickets from ({commands.IN_FLIGHT}) f group by workflow, status
        )
        select v.hash, v.body, v.release, v.published_at,
               (select coalesce(jsonb_object_agg(s.status, s.tickets), '{{}}') from standing s
                 where s.workflow = v.hash) as tickets
          from workflow_version v
         where v.workspace_id = %(workspace)s
           and (v.hash = any(%(current)s) or v.hash in (select workflow from standing))
        """,
        {"current": list(current)},
    )
