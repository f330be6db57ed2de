"""The web process: an ASGI application, made by ``create`` for each process (Granian, or any ASGI server)."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import msgspec
from litestar import Litestar, Request, Router
from litestar.config.compression import CompressionConfig
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide
from litestar.exceptions import HTTPException
from msgspec import field
from psycopg import DataError, OperationalError

from gongdan import examples, wiring
from gongdan import settings as configuration
from gongdan.domains.accounts.http.admission import admitted, check_scope
from gongdan.domains.accounts.permissions import ACTIONS
from gongdan.domains.accounts.public import (
    Authority,
    find_workspace,
    guest,
    named,
    require_proof,
    sessions,
    tokens,
    workspace_of,
)
from gongdan.domains.channels.public import Mailroom
from gongdan.domains.files.public import MB, Quota, Visitor
from gongdan.domains.policy.public import Lint, declare_bounds
from gongdan.domains.realtime.public import Recheck
from gongdan.domains.realtime.stream import Live
from gongdan.domains.tickets.public import Numbers, RuleBook, UnitOfWork, commands
from gongdan.infra import tether
from gongdan.infra.db.tx import Database
from gongdan.infra.http import etag, guard, health, idempotency, pages, problem_page, problems
from gongdan.infra.http.forwarded import forwarded, neighbourhood
from gongdan.infra.http.openapi import ApiDocument
from gongdan.infra.http.reading import parameters
from gongdan.infra.http.reading.body import JsonRequest
from gongdan.infra.storage import Storage
from gongdan.infra.telemetry import configure_logs
from gongdan.kernel import clock
from gongdan.kernel.errors import Forbidden, Refusal
from gongdan.kernel.events import Via
from gongdan.services import Services, open_services
from gongdan.settings import Settings

API = "/api/v1"
MOST_BODY = 12_000_000
"""Bytes of a request body; uploads have their own bound."""

_ANYONE = guard.Rate(burst=600, per_second=200)
_GUESTS = guard.Rate(burst=30, per_second=1)
_SIGN_INS = guard.Rate(burst=200, per_second=5)
"""Of one address: a whole office comes to work at nine. What succeeds costs ``_RIGHT`` of it."""
_RIGHT = 0.1
_UPLOADS = guard.Rate(burst=20, per_second=1 / 30)
"""Files of a guest: those of one form at once."""
_ADMITTED = "gongdan.admitted"
_SIGN_IN = "/session"
_FOR_GUESTS = frozenset({"/portal/session", "/portal/sign-in-links", "/portal/forms"})


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The rates of a process, and whose secrets they go by."""

    anyone: guard.Limiter = field(default_factory=lambda: guard.Limiter(_ANYONE))
    guests: guard.Limiter = field(default_factory=lambda: guard.Limiter(_GUESTS))
    sign_ins: guard.Limiter = field(default_factory=lambda: guard.Limiter(_SIGN_INS))
    uploads: guard.Limiter = field(default_factory=lambda: guard.Limiter(_UPLOADS))
    proven: guard.Proven = field(default_factory=guard.Proven)


class CsrfRefused(Forbidden):
    """A change by cookie without the page's token."""

    code = "request.csrf"


async def provide_authority(request: Request[Any, Any, State]) -> Authority:
    """Who asks, whom the route's door let in."""
    found: Authority = request.scope["state"][_ADMITTED]
    return found


async def provide_action(request: Request[Any, Any, State]) -> str:
    """The action that a route declares: what the ticket of its command is loaded with."""
    return guard.needs_of(request.route_handler).action


async def admit(request: Request[Any, Any, State]) -> None:
    """The one door: before anything is read or parsed, who asks may come in as the route's needs say. What guests may
    ask, they may; who they are is looked up where it matters."""
    needs = guard.needs_of(request.route_handler)
    if needs.who != "guest":
        request.scope["state"][_ADMITTED] = admitted(await identify(request), needs)


async def identify(request: Request[Any, Any, State]) -> Authority | None:
    """By ``Authorization: Bearer gd_…``, or by the cookie, whose changes bring the CSRF token."""
    found = await _identified(request)
    if found and (slug := named(request)):
        meant = await find_workspace(_services(request).db, slug=slug, host=None)
        if meant.id != found.workspace_id:
            return None  # signed in, but somewhere else
    if found:
        (await idempotency.once(request)).person_id = found.person_id
    if found:
        check_scope(found, guard.needs_of(request.route_handler))
    if found and (secret := _secret(request)):
        _limits(request).proven.add(secret, f"{found.workspace_id} {found.bearer}")
    return found


async def _identified(request: Request[Any, Any, State]) -> Authority | None:
    services: Services = request.app.state.services
    if token := _token(request):
        return await tokens.authenticate(services.db, token)
    if not (secret := sessions.held(request)):
        return None
    found = await sessions.authenticate(services.db, secret)
    changes = request.method not in ("GET", "HEAD", "OPTIONS")
    if found and changes and not sessions.is_csrf(secret, request.headers.get("x-csrf-token", "")):
        raise CsrfRefused
    return found


async def provide_fresh(request: Request[Any, Any, State], authority: NamedDependency[Authority]) -> Any:
    """Asked before what is sensitive."""
    secret = sessions.held(request)
    return lambda: require_proof(_services(request).db, authority, secret, now=clock.now())


async def provide_via(request: Request[Any, Any, State]) -> Via:
    return "api" if _token(request) else "web"


def _secret(request: Request[Any, Any, State]) -> str:
    """What the request bears to prove who sends it; nothing is known of it yet."""
    return _token(request) or sessions.held(request)


def _token(request: Request[Any, Any, State]) -> str:
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    return secret.strip()[:200] if scheme.lower() == "bearer" else ""


def _address(request: Request[Any, Any, State]) -> str:
    """What rates are charged to."""
    return neighbourhood(request.client.host) if request.client else ""


def _limits(request: Request[Any, Any, State]) -> Limits:
    limits: Limits = request.app.state.limits
    return limits


def _services(request: Request[Any, Any, State]) -> Services:
    services: Services = request.app.state.services
    return services


async def provide_db(request: Request[Any, Any, State]) -> Database:
    services = _services(request)
    return await idempotency.keyed(services.db, request, services.secret)


async def provide_uow(request: Request[Any, Any, State]) -> UnitOfWork:
    return _services(request).uow.on(await provide_db(request))


async def provide_rules(request: Request[Any, Any, State]) -> RuleBook:
    return _services(request).rules


async def provide_numbers(request: Request[Any, Any, State]) -> Numbers:
    return _services(request).numbers


async def provide_mailroom(request: Request[Any, Any, State]) -> Mailroom:
    return wiring.mailroom(_services(request))


async def provide_settings(request: Request[Any, Any, State]) -> Settings:
    return _services(request).settings


async def provide_secret(request: Request[Any, Any, State]) -> bytes:
    """The installation's key, for what is signed."""
    return _services(request).secret


async def provide_storage(request: Request[Any, Any, State]) -> Storage:
    return _services(request).storage


async def provide_caller(request: Request[Any, Any, State]) -> Authority:
    """Who asks where nobody needs to be signed in: a guest's workspace is told by slug or host."""
    if authority := await identify(request):
        return authority
    found = await workspace_of(_services(request).db, request)
    return guest(found.id, locale=found.locale, zone=found.zone, release=found.release)


async def provide_visitor(request: Request[Any, Any, State]) -> Visitor:
    caller = await provide_caller(request)
    if caller.is_guest and request.method == "POST":
        _limits(request).uploads.take(_address(request))
    return Visitor(caller.workspace_id, caller.person_id, caller.bearer, _quotas(request, caller))


def _quotas(request: Request[Any, Any, State], caller: Authority) -> tuple[Quota, ...]:
    """What an upload is charged to. A guest is nobody in particular, but an address."""
    if caller.kind != "customer":
        return ()
    chosen = _services(request).settings
    found = (
        Quota("person", caller.bearer, chosen.upload_mb_per_person * MB),
        Quota("address", f"address {_address(request)}", chosen.upload_mb_per_address * MB),
        Quota("workspace", "workspace", chosen.upload_mb_per_workspace * MB),
    )
    return found if caller.person_id is not None else found[1:]


async def provide_gate(request: Request[Any, Any, State]) -> Any:
    """Which files whoever asks may read."""
    caller = await provide_caller(request)
    return lambda tx, file_id: wiring.file_gate(tx, caller, file_id)


async def provide_live(request: Request[Any, Any, State]) -> Live:
    found: Live = request.app.state.live
    return found


async def provide_recheck(request: Request[Any, Any, State]) -> Recheck:
    """A stream asks again and again who holds it."""
    return partial(identify, request)


async def provide_triage() -> commands.Triage:
    return wiring.triage


async def provide_lints() -> Sequence[Lint]:
    return wiring.LINTS


DEPENDENCIES = {
    "authority": Provide(provide_authority),
    "action": Provide(provide_action),
    "fresh": Provide(provide_fresh),
    "via": Provide(provide_via),
    "db": Provide(provide_db),
    "uow": Provide(provide_uow),
    "rules": Provide(provide_rules),
    "mailroom": Provide(provide_mailroom),
    "numbers": Provide(provide_numbers),
    "settings": Provide(provide_settings),
    "secret": Provide(provide_secret),
    "storage": Provide(provide_storage),
    "caller": Provide(provide_caller),
    "visitor": Provide(provide_visitor),
    "gate": Provide(provide_gate),
    "live": Provide(provide_live),
    "recheck": Provide(provide_recheck),
    "triage": Provide(provide_triage),
    "lints": Provide(provide_lints),
    "seen": Provide(etag.seen),
    "once": Provide(idempotency.once),
}
"""What the handlers of the API may ask for."""


async def limit(request: Request[Any, Any, State]) -> None:
    """Before every request of the API: rates by person once a token or session has proved them, until then by address,
    since anybody can make a secret up. What guests may send is limited by address whatever it bears."""
    address, secret, limits = _address(request), _secret(request), _limits(request)
    path = request.url.path.removeprefix(API)
    if request.method == "POST" and path in _FOR_GUESTS:
        limits.guests.take(f"{path} {address}")  # asking for links takes nothing from forms
    if request.method == "POST" and path == _SIGN_IN:
        limits.sign_ins.take(address)
    limits.anyone.take(limits.proven.subject(secret) or address)
    parameters.refuse_unknown(request)
    idempotency.begin(request)
    await admit(request)


async def settle_up(request: Request[Any, Any, Any]) -> None:
    """After every answer of the API: a sign-in that came as far as a session costs little."""
    if request.method == "POST" and request.url.path == API + _SIGN_IN and request.scope.get("state", {}).get("let_in"):
        _limits(request).sign_ins.give(_address(request), 1 - _RIGHT)


def replayed(request: Request[Any, Any, Any], exc: idempotency.Replayed) -> Any:
    return exc.response


def _document(cookie: str) -> ApiDocument:
    return ApiDocument(
        title="Gongdan",
        version="1",
        description=examples.DESCRIPTION,
        tags=examples.TAGS,
        words=examples.WORDS,
        cookie=cookie,
        declare=declare_bounds,
    )


def _api() -> Router:
    return Router(
        API,
        route_handlers=guard.declared(wiring.HANDLERS, ACTIONS),
        before_request=limit,
        after_response=settle_up,
        middleware=[idempotency.keeping_answers],
        request_class=JsonRequest,
        dependencies=DEPENDENCIES,
    )


def create(settings: Settings | None = None) -> Litestar:
    """The application. Without ``settings`` they come from the environment, as for a server's process: that one ends
    with the server that started it, and logs as the settings say."""
    chosen = settings or configuration.load()
    if settings is None:
        tether.tie()
        configure_logs(chosen)
    assert chosen.database_url, "the supervisor gives each process the address of its database"
    url, cookie = chosen.database_url, sessions.cookie_name(chosen.base_url)

    @asynccontextmanager
    async def lifespan(app: Litestar) -> AsyncIterator[None]:
        async with open_services(chosen, url, wiring.PARTS) as services:
            app.state.services = services
            app.state.limits = Limits()
            async with wiring.live(services) as app.state.live:
                yield

    return Litestar(
        route_handlers=[_api(), *health.handlers, *problem_page.handlers, *pages.handlers],
        lifespan=[lifespan],
        middleware=[
            partial(forwarded, trusted=chosen.trusted_proxies),
            guard.patient,
            partial(guard.secure_headers, https=chosen.base_url.startswith("https://")),
        ],
        exception_handlers={
            Refusal: problems.refusal,
            idempotency.Replayed: replayed,
            HTTPException: problems.framework,
            DataError: problems.unstorable,
            OperationalError: problems.database_away,
            UnicodeDecodeError: problems.unreadable,
            RecursionError: problems.unreadable,
            Exception: problems.unforeseen,
        },
        request_max_body_size=MOST_BODY,
        compression_config=CompressionConfig(backend="gzip", minimum_size=1_000, gzip_compress_level=4),
        state=State({"session_cookie": cookie}),
        logging_config=None,  # the process has set up its logs
        plugins=[_document(cookie)],
    )
