"""What the handlers of the API may ask for by name."""

from functools import partial
from typing import Any

from litestar import Request
from litestar.datastructures import State
from litestar.di import NamedDependency, Provide

from gongdan import wiring
from gongdan.app.door import admitted_to, identify, limits_of
from gongdan.domains.accounts.http.identity import token_of
from gongdan.domains.accounts.public import Authority, guest, require_proof, sessions, workspace_of
from gongdan.domains.channels.public import Mailroom
from gongdan.domains.files.public import Visitor, of_outsiders
from gongdan.domains.policy.public import Sections
from gongdan.domains.realtime.public import Recheck
from gongdan.domains.realtime.stream import Live
from gongdan.domains.tickets.public import Begin, Numbers, RuleBook, UnitOfWork, commands
from gongdan.infra.db.tx import Database
from gongdan.infra.http import etag, guard, idempotency
from gongdan.infra.http.guard import address_of
from gongdan.infra.storage import Storage
from gongdan.kernel import clock
from gongdan.kernel.events import Via
from gongdan.services import Services
from gongdan.settings import Settings


async def provide_authority(request: Request[Any, Any, State]) -> Authority:
    """Who asks, let in by the door."""
    return admitted_to(request)


async def provide_action(request: Request[Any, Any, State]) -> str:
    """The action that a route declares: what the ticket of its command is loaded with."""
    return guard.needs_of(request.route_handler).action


async def provide_fresh(request: Request[Any, Any, State], authority: NamedDependency[Authority]) -> Any:
    """Asked before what is sensitive."""
    secret = sessions.cookie_secret(request)
    return lambda: require_proof(_services(request).db, authority, secret, now=clock.now())


async def provide_via(request: Request[Any, Any, State]) -> Via:
    return "api" if token_of(request) else "web"


def _services(request: Request[Any, Any, State]) -> Services:
    services: Services = request.app.state.services
    return services


async def provide_db(request: Request[Any, Any, State]) -> Database:
    services = _services(request)
    return await idempotency.keyed(services.db, request, services.secret)


async def provide_uow(request: Request[Any, Any, State]) -> UnitOfWork:
    return _services(request).uow.on(await provide_db(request))


async def provide_begin(
    uow: NamedDependency[UnitOfWork],
    authority: NamedDependency[Authority],
    via: NamedDependency[Via],
    action: NamedDependency[str],
) -> Begin:
    """The desk of this request."""
    return partial(uow.begin, authority, via=via, action=action)


async def provide_kinds(request: Request[Any, Any, State]) -> Any:
    """Kinds of long work."""
    return wiring.operation_kinds(_services(request))


async def provide_import_kinds(request: Request[Any, Any, State], authority: NamedDependency[Authority]) -> Any:
    """What can be brought in as a table."""
    return await wiring.imports_of(_services(request))(authority)


async def provide_invites(request: Request[Any, Any, State]) -> Any:
    """How members that are brought in are invited."""
    return wiring.inviting(_services(request))


async def provide_meanings(request: Request[Any, Any, State]) -> Any:
    """What events mean for members."""
    return wiring.meanings_of(_services(request).subjects)


async def provide_notice_channels() -> Any:
    """The ways in which members can be told, by key."""
    return wiring.NOTICE_CHANNELS


async def provide_show_read(request: Request[Any, Any, State]) -> Any:
    """Tells a person's open pages that they read notices."""
    return partial(wiring.show_read, _services(request))


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


async def provide_visitor(request: Request[Any, Any, State], caller: NamedDependency[Authority]) -> Visitor:
    """Who comes for files. What somebody from outside uploads is charged; a guest is nobody in particular."""
    if caller.is_guest:
        limits_of(request).take_of_guest(request)
    settings, address = _services(request).settings, address_of(request)
    known = caller.bearer if caller.person_id is not None else None
    charged = of_outsiders(settings, person=known, address=address) if caller.kind == "customer" else ()
    return Visitor(caller.workspace_id, caller.person_id, caller.bearer, charged)


async def provide_gate(caller: NamedDependency[Authority]) -> Any:
    """Which files whoever asks may read."""
    return lambda tx, file_id: wiring.file_gate(tx, caller, file_id)


async def provide_live(request: Request[Any, Any, State]) -> Live:
    found: Live = request.app.state.live
    return found


async def provide_recheck(request: Request[Any, Any, State]) -> Recheck:
    """A stream asks again and again who holds it."""
    return partial(identify, request)


async def provide_triage() -> commands.Triage:
    return wiring.triage


async def provide_sections() -> Sections:
    return wiring.SECTIONS


DEPENDENCIES = {
    "authority": Provide(provide_authority),
    "action": Provide(provide_action),
    "fresh": Provide(provide_fresh),
    "via": Provide(provide_via),
    "db": Provide(provide_db),
    "uow": Provide(provide_uow),
    "begin": Provide(provide_begin),
    "meanings": Provide(provide_meanings),
    "notice_channels": Provide(provide_notice_channels),
    "show_read": Provide(provide_show_read),
    "rules": Provide(provide_rules),
    "kinds": Provide(provide_kinds),
    "import_kinds": Provide(provide_import_kinds),
    "invites": Provide(provide_invites),
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
    "sections": Provide(provide_sections),
    "seen": Provide(etag.seen),
    "once": Provide(idempotency.once),
}
"""What the handlers of the API may ask for."""
