"""Recorded time added up, and as a file."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, get
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec
from litestar.params import FromQuery, QueryParameter
from litestar.response import Stream

from gongdan.domains.accounts.public import Authority, members, record, teams
from gongdan.domains.inbox.directory.worked import By, TimeLine, TimesWanted, WorkTimes, count, days_of, lines, worked
from gongdan.domains.inbox.exporting.cells import Written
from gongdan.domains.inbox.exporting.errors import ExportTooLong
from gongdan.domains.inbox.exporting.events import TimesExported
from gongdan.domains.inbox.exporting.sheets import as_text
from gongdan.domains.inbox.lists.reading import AT_MOST_S
from gongdan.domains.tickets.public import Narrator, RuleBook
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.infra.http.problems import language_of
from gongdan.kernel import clock
from gongdan.kernel.events import Via

MOST: Final = 100_000
COLUMNS: Final = ("day", "person", "team", "work_kind", "type", "number", "title", "minutes", "note")


def _wanted(
    authority: Authority, since: date | None, until: date | None, team: str | None, person_id: int | None
) -> TimesWanted:
    first, last = days_of(clock.now().astimezone(ZoneInfo(authority.zone)).date(), since, until)
    return TimesWanted(since=first, until=last, team=team, person_id=person_id)


@get("/work-times", operation_id="getWorkTimes", tags=["recorded time"], opt=needs("staff", "ticket.read"))
async def get_work_times(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    by: FromQuery[By] = "person",
    since: FromQuery[date | None] = None,
    until: FromQuery[date | None] = None,
    team: Annotated[str | None, QueryParameter(max_length=63)] = None,
    person_id: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
) -> WorkTimes:
    """Recorded time of the days ``since`` to ``until``, both included and at most a year, added up; by themselves the
    last seven days. One's own always, that of others on tickets whose times one may read (``ticket.read_times``). The
    team is the one that has the ticket now."""
    wanted = _wanted(authority, since, until, team, person_id)
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        return await worked(tx, authority, wanted, by)


@get(
    "/work-times/export",
    operation_id="exportWorkTimes",
    tags=["recorded time"],
    opt=needs("staff", "ticket.read") | {"refuses": (409,)},
    media_type="text/csv",
    responses={200: ResponseSpec(str, description="The file", media_type="text/csv", generate_examples=False)},
)
async def export_work_times(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    rules: NamedDependency[RuleBook],
    via: NamedDependency[Via],
    request: Request[Any, Any, Any],
    since: FromQuery[date | None] = None,
    until: FromQuery[date | None] = None,
    team: Annotated[str | None, QueryParameter(max_length=63)] = None,
    person_id: Annotated[int | None, QueryParameter(ge=1, le=2**53 - 1)] = None,
) -> Stream:
    """The entries behind ``GET /work-times`` as text with commas, by day, up to 100,000; it goes out while it is read.
    It stands in the audit."""
    wanted, book = (
        _wanted(authority, since, until, team, person_id),
        await rules(authority.workspace_id, authority.release),
    )
    async with db.read(authority.workspace_id, at_most_s=AT_MOST_S) as tx:
        found = await count(tx, authority, wanted)
        groups, people = await teams(tx), await members(tx)
    if found > MOST:
        raise ExportTooLong(most=MOST)
    narrator = Narrator(
        rules=book,
        workflow="",
        locale=language_of(request),
        zone=ZoneInfo(authority.zone),
        people={one.id: one.name for one in people},
        teams={one.key: one.name for one in groups},
    )
    told = TimesExported(count=found, since=wanted.since, until=wanted.until)
    async with db.write(authority.workspace_id) as tx:
        await record(tx, authority, "workspace", authority.workspace_id, told, via=via, now=clock.now())
    name = f"work-times-{wanted.since:%Y%m%d}-{wanted.until:%Y%m%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    headings = [say(f"inbox.times.{key}", narrator.locale) or key for key in COLUMNS]
    rows = _rows(lines(db, authority, wanted), narrator)
    return Stream(as_text(headings, rows), media_type="text/csv; charset=utf-8", headers=headers)


async def _rows(found: AsyncIterator[list[TimeLine]], narrator: Narrator) -> AsyncIterator[list[list[Written]]]:
    async for some in found:
        yield [_cells(one, narrator) for one in some]


def _cells(one: TimeLine, narrator: Narrator) -> list[Written]:
    kinds = {each.key: each for each in narrator.rules.bundle.work_kinds}
    return [
        one.day,
        narrator.person(one.person_id),
        narrator.team(one.team) if one.team else None,
        narrator.named(kinds, one.work_kind) if one.work_kind else None,
        narrator.named(narrator.rules.types, one.type),
        one.number,
        one.title,
        one.minutes,
        one.note,
    ]


handlers = [get_work_times, export_work_times]
