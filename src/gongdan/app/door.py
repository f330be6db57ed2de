"""The door of the API, before and after every request: rates, who asks, and whether the route lets them in."""

from typing import Any, Final

from litestar import Request
from litestar.datastructures import State

from gongdan.domains.accounts.http.admission import admitted, check_scope
from gongdan.domains.accounts.http.identity import identified, secret_of
from gongdan.domains.accounts.public import Authority
from gongdan.infra.http import guard, idempotency
from gongdan.infra.http.guard import Limits
from gongdan.infra.http.reading import parameters

_ADMITTED: Final = "gongdan.admitted"


async def enter(request: Request[Any, Any, State]) -> None:
    """Before every request of the API, and before anything of it is parsed."""
    limits_of(request).take(request, secret_of(request))
    idempotency.begin(request)
    await _admit(request)
    parameters.refuse_unknown(request)


async def settle_up(request: Request[Any, Any, Any]) -> None:
    """After every answer of the API: a sign-in that came as far as a session costs little."""
    if request.scope.get("state", {}).get("let_in"):
        limits_of(request).give_back(request)


async def identify(request: Request[Any, Any, State]) -> Authority | None:
    """Who asks, now; None when nobody is signed in. A token changes nothing beyond its scopes."""
    found = await identified(request.app.state.services.db, request)
    if found is None:
        return None
    (await idempotency.once(request)).person_id = found.person_id
    check_scope(found, guard.needs_of(request.route_handler))
    if secret := secret_of(request):
        limits_of(request).proven.add(secret, f"{found.workspace_id} {found.bearer}")
    return found


def admitted_to(request: Request[Any, Any, State]) -> Authority:
    """Whom the door let in."""
    found: Authority = request.scope["state"][_ADMITTED]
    return found


def limits_of(request: Request[Any, Any, State]) -> Limits:
    found: Limits = request.app.state.limits
    return found


async def _admit(request: Request[Any, Any, State]) -> None:
    """What guests may ask is let in as it comes; who asks is looked up where it matters."""
    if request.method == "OPTIONS":
        return  # which methods a path has, the framework answers by itself
    needs = guard.needs_of(request.route_handler)
    if needs.who != "guest":
        request.scope["state"][_ADMITTED] = admitted(await identify(request), needs)
