"""How the installation is, for operators and for who manages a workspace; and the guide of a new workspace."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from litestar import Request, Response, get, put
from litestar.datastructures import State
from litestar.di import NamedDependency
from litestar.params import JSONBody
from psycopg import OperationalError

from gongdan.app.upkeep import readings, setup
from gongdan.app.upkeep.checks import Check, CheckState, worst
from gongdan.app.upkeep.setup import SetupKey
from gongdan.domains.accounts.public import Authority, skip_step
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer
from gongdan.infra.http.bodies import Request as RequestBody
from gongdan.infra.http.guard import needs
from gongdan.infra.http.problems import language_of
from gongdan.kernel import clock
from gongdan.kernel.events import Via


class SystemCheck(Answer, frozen=True, kw_only=True):
    """One thing that was looked at."""

    key: str
    code: str
    """Of what was found; stable."""
    state: CheckState
    title: str
    text: str
    """What was found."""
    remedy: str | None
    """What to do about it; null where nothing has to be done."""
    count: int | None
    since: datetime | None


class SystemState(Answer, frozen=True, kw_only=True):
    state: CheckState
    """The worst of them."""
    at: datetime
    checks: list[SystemCheck]


class SetupStepInfo(Answer, frozen=True, kw_only=True):
    key: SetupKey
    done: bool
    skipped: bool


class SetupGuide(Answer, frozen=True, kw_only=True):
    is_over: bool
    """Nothing is left."""
    steps: list[SetupStepInfo]


class SetSetupStep(RequestBody, frozen=True, kw_only=True):
    step: SetupKey
    skipped: bool


@get("/readyz", include_in_schema=False)
async def ready(request: Request[Any, Any, State]) -> Response[dict[str, str]]:
    """The process answers, reaches its database in the version that it knows, and there is room to write."""
    try:
        found = await readings.unreadiness(request.app.state.services)
    except (OperationalError, TimeoutError):
        return Response({"status": "database unreachable"}, status_code=503)
    except Exception:
        return Response({"status": "not ready"}, status_code=503)
    if found is not None:
        return Response({"status": found.code}, status_code=503)
    return Response({"status": "ready"})


@get("/system", operation_id="getSystem", tags=["workspace"], opt=needs("staff", "workspace.manage"))
async def get_system(
    authority: NamedDependency[Authority], db: NamedDependency[Database], request: Request[Any, Any, State]
) -> SystemState:
    """How the installation is: versions, processes, queues and their delay, mail, disk, backup; each with what it means
    and what to do. Nothing secret."""
    now = clock.now()
    found = await readings.installation(request.app.state.services, now)
    async with db.read(authority.workspace_id) as tx:
        found += await readings.workspace(tx, now)
    locale, zone = language_of(request), ZoneInfo(authority.zone)
    return SystemState(state=worst(found), at=now, checks=[_shown(one, locale, zone) for one in found])


def _shown(check: Check, locale: str, zone: ZoneInfo) -> SystemCheck:
    params = {
        name: value.astimezone(zone) if isinstance(value, datetime) else value for name, value in check.params.items()
    }
    key = f"health.{check.code}"
    count, since = params.get("count"), params.get("since")
    return SystemCheck(
        key=check.key,
        code=check.code,
        state=check.state,
        title=say(f"health.{check.key}", locale) or check.key,
        text=say(key, locale, params) or check.code,
        remedy=say(f"{key}.remedy", locale, params),
        count=count if isinstance(count, int) else None,
        since=since,
    )


@get("/setup", operation_id="getSetup", tags=["workspace"], opt=needs("staff", "workspace.manage"))
async def get_setup(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> SetupGuide:
    """What is left to set up in a new workspace, by what is there."""
    async with db.read(authority.workspace_id) as tx:
        return _guide(await setup.setup_of(tx))


@put(
    "/setup",
    status_code=200,
    operation_id="setSetupStep",
    tags=["workspace"],
    opt=needs("staff", "workspace.manage", scope="admin"),
)
async def set_setup_step(
    data: JSONBody[SetSetupStep],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    via: NamedDependency[Via],
) -> SetupGuide:
    """Put a step aside, or take it up again."""
    async with db.write(authority.workspace_id) as tx:
        await skip_step(tx, authority, data.step, is_skipped=data.skipped, via=via, now=clock.now())
        await tx.flush()
        return _guide(await setup.setup_of(tx))


def _guide(steps: Sequence[setup.SetupStep]) -> SetupGuide:
    return SetupGuide(
        is_over=all(one.done or one.skipped for one in steps),
        steps=[SetupStepInfo(key=one.key, done=one.done, skipped=one.skipped) for one in steps],
    )


handlers = [get_system, get_setup, set_setup_step]
"""Below ``/api/v1``."""
