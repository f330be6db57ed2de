"""Whatever is sent, the API answers as its document says: no bug, no undeclared status, no body of another shape.

``GONGDAN_FUZZ=200`` asks for so many examples of each operation, role and kind, by chance, and for every bound of the
document (``make soak``). Without it a share stands, always the same, so that a failure comes again.
"""

import itertools
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import schemathesis
from anyio.from_thread import BlockingPortal, start_blocking_portal
from hypothesis import HealthCheck, Phase, given, reject, settings
from litestar import Litestar
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.errors import InvalidSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from gongdan.infra.db.server import Urls
from gongdan.infra.http import guard
from gongdan.settings import Settings
from tests.kit import Office, Visitor, found_office, running_app

ASKED = os.environ.get("GONGDAN_FUZZ", "")
EXAMPLES = int(ASKED or 2)
SHARES = {"system_admin": 6, "agent": 9, "customer": 9}
"""Role → one of so many operations is tried in the short run."""
EDGES = 2
"""Of each operation's bounds and mode in the short run, out of the first ``MOST_EDGES``."""
MOST_EDGES = 100
ENDLESS = {"openStream"}
"""Their answers do not end; tests/domains/realtime reads them."""
RECURSIVE = {"lintPolicy", "publishPolicy"}
"""Conditions hold conditions: now and then the generator gives up on them."""

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def portal() -> Iterator[BlockingPortal]:
    """The loop of the application, since examples are drawn in a thread without one."""
    with start_blocking_portal("asyncio") as found:
        yield found


@pytest.fixture(scope="module")
def app(portal: BlockingPortal, database: Urls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Litestar]:
    """Without limits of rate, which would answer before anything else does."""
    given_settings = Settings(data=tmp_path_factory.mktemp("fuzz"), database_url=database.app, row_security=True)
    with portal.wrap_async_context_manager(running_app(given_settings)) as running:
        unlimited = guard.RateLimit(burst=1e9, per_second=1e9)
        running.state.limits = guard.Limits(anyone=unlimited, routes=unlimited)
        yield running


@pytest.fixture(scope="module")
def operations(app: Litestar) -> list[Any]:
    document = app.openapi_schema.to_schema()
    found: list[Any] = list(schemathesis.openapi.from_dict(document).get_all_operations())
    return [one.ok() for one in found if one.ok().definition.raw["operationId"] not in ENDLESS]


async def visitor(office: Office, role: str) -> Visitor:
    if role == "customer":
        return await office.customer()
    return await office.member("某人", role, service=False)


async def things(office: Office) -> dict[str, Any]:
    """Something that exists, for each parameter of a path; none of it is what the visitor stands on."""
    other, customer = await office.member("别人", "agent", service=False), await office.customer()
    number = await office.ticket(customer)
    await other.headers()
    (token,) = (await other.get("/tokens")).json()
    return {"number": number, "person_id": other.id, "leave_id": 1, "token_id": token["id"]}


MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]


def share(operations: list[Any], role: str, mode: GenerationMode) -> list[Any]:
    """What the short run tries: each role and kind another part of the whole."""
    if ASKED:
        return operations
    most = SHARES[role]
    return operations[(MODES.index(mode) + len(role)) % most :: most]


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Do not use the `random` module")  # the application does, in its own thread
@pytest.mark.parametrize("mode", MODES, ids=["meant", "unmeant"])
@pytest.mark.parametrize("role", ["system_admin", "agent", "customer"])
def test_every_answer_is_as_the_document_says(
    portal: BlockingPortal, app: Litestar, operations: list[Any], role: str, mode: GenerationMode
) -> None:
    who, known = portal.call(_arrival, app, role)
    failures: dict[str, str] = {}
    for operation in share(operations, role, mode):
        who, known = portal.call(_still, who, known, role)
        for existing in _places(operation, known):
            with _kept(failures, operation):
                _fuzz(portal, who, operation, existing, mode)
    assert not failures, "\n\n".join(f"{name}: {text}" for name, text in failures.items())


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Do not use the `random` module")
def test_every_bound_of_the_document_is_answered(portal: BlockingPortal, app: Litestar, operations: list[Any]) -> None:
    """What stands at a bound and just beyond it, member by member."""
    who, known = portal.call(_arrival, app, "system_admin")
    failures: dict[str, str] = {}
    for operation in operations:
        who, known = portal.call(_still, who, known, "system_admin")
        with _kept(failures, operation):
            for case in _edges(operation):
                case.path_parameters |= {name: known[name] for name in case.path_parameters.keys() & known.keys()}
                case.validate_response(portal.call(_send, who, case), checks=CHECKS)
    assert not failures, "\n\n".join(f"{name}: {text}" for name, text in failures.items())


def _edges(operation: Any) -> list[Any]:
    """In the short run some of each mode, evenly from its first ones: a policy has thousands."""
    found = []
    for mode in MODES:
        cases = operation.schema.iter_coverage_cases(
            operation, generation_modes=[mode], generation_config=operation.schema.config.generation_for()
        )
        first = list(cases if ASKED else itertools.islice(cases, MOST_EDGES))
        found += first if ASKED else first[:: max(1, len(first) // EDGES)]
    return found


async def _arrival(app: Litestar, role: str) -> tuple[Visitor, dict[str, Any]]:
    office = await found_office(app)
    return await visitor(office, role), await things(office)


async def _still(who: Visitor, known: dict[str, Any], role: str) -> tuple[Visitor, dict[str, Any]]:
    """The visitor, or another where they took the ground from below their own feet: whoever is signed out finds no
    faults."""
    if (await who.get("/session")).json() is not None:
        return who, known
    return await _arrival(who.office.asgi, role)


def _places(operation: Any, known: dict[str, Any]) -> list[dict[str, Any]]:
    """Anything in the path, and what exists."""
    names = {one.name for one in operation.path_parameters.items} & known.keys()
    return [{}, {name: known[name] for name in names}] if names else [{}]


@contextmanager
def _kept(failures: dict[str, str], operation: Any) -> Iterator[None]:
    """One report of all operations."""
    name = operation.definition.raw["operationId"]
    try:
        yield
    except (Exception, BaseExceptionGroup) as failure:
        if not (name in RECURSIVE and isinstance(failure, InvalidSchema)):
            failures[name] = "\n".join(map(str, _each(failure)))[:1500]


def _fuzz(portal: BlockingPortal, who: Visitor, operation: Any, existing: dict[str, Any], mode: GenerationMode) -> None:
    @settings(
        max_examples=EXAMPLES,
        derandomize=not ASKED,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode, path_parameters=existing or None))
    def answers(case: Any) -> None:
        try:
            answer = portal.call(_send, who, case)
        except httpx.InvalidURL:  # longer than the client sends
            reject()
        case.validate_response(answer, checks=CHECKS)

    answers()


async def _send(who: Visitor, case: Any) -> httpx.Response:
    sent = case.as_transport_kwargs(base_url="http://office.test")
    headers = {**sent.get("headers", {}), **await who.headers()}
    transport = httpx.ASGITransport(app=who.office.asgi)
    async with httpx.AsyncClient(transport=transport) as client:
        return await client.request(
            sent["method"],
            sent["url"],
            params=sent.get("params"),
            headers=[(name.encode(), str(value).encode("utf-8", "replace")) for name, value in headers.items()],
            **_body(sent),
        )


def _body(sent: Mapping[str, Any]) -> dict[str, Any]:
    if "json" in sent:
        return {"json": sent["json"]}
    data = sent.get("data")
    return {} if data is None else {"content": data if isinstance(data, str | bytes) else quote(str(data))}


def _each(failure: BaseException) -> Iterator[BaseException]:
    if isinstance(failure, BaseExceptionGroup):
        for one in failure.exceptions:
            yield from _each(one)
    else:
        yield failure
