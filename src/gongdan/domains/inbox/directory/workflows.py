"""How many tickets run on each workflow, on which of its versions, and at which status they stand."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.bundle.section.stored import read
from gongdan.domains.bundle.workflows import ENDED, Phase, Status, Workflow
from gongdan.domains.inbox.lists.cursors import LIVE
from gongdan.domains.tickets.public import Rules
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


IN_FLIGHT = f"""
    select t.workflow, t.status, t.type, t.id
      from ticket t
     where t.workspace_id = %(workspace)s and t.phase not in ({", ".join(repr(one) for one in ENDED)}) and {LIVE}
    union all
    select t.workflow, t.status, t.type, t.id
      from ticket t
     where t.workspace_id = %(workspace)s and t.phase = 'resolved' and {LIVE}
"""
"""Tickets that are not closed; served by the partial indexes of open and of resolved ones."""


def _versions(current: Sequence[str]) -> Query[_Row]:
    """The current versions, and every one that tickets in flight run on."""
    return Query(
        _Row,
        f"""
        with standing as (
          select workflow, status, count(*) as tickets from ({IN_FLIGHT}) f group by workflow, status
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
