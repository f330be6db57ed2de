"""The rates of a process: one for all requests, and those that routes declare for themselves (spec 08)."""

from typing import Any, Final, Literal

import msgspec
from litestar import Request
from litestar.handlers import HTTPRouteHandler

from gongdan.infra.http.forwarded import neighbourhood
from gongdan.infra.http.guard.rates import Limiter, Proven, RateLimit

ANYONE: Final = RateLimit(burst=600, per_second=200)


class OwnRate(msgspec.Struct, frozen=True, kw_only=True):
    """A rate of a route's own, by address, beside that of all requests."""

    rate: RateLimit
    of: Literal["everybody", "guests"] = "everybody"
    right: float = 1
    """What a request costs that came from somebody who is right here, and not from one who guesses."""


def rated(
    *, burst: float, per_second: float, of: Literal["everybody", "guests"] = "everybody", right: float = 1
) -> dict[str, Any]:
    """The ``opt`` of a route with a rate of its own."""
    return {"rate": OwnRate(rate=RateLimit(burst=burst, per_second=per_second), of=of, right=right)}


class Limits:
    """The rates of a process, and whose secrets they go by. ``routes``: a rate for all routes that have their own."""

    def __init__(self, *, anyone: RateLimit = ANYONE, routes: RateLimit | None = None) -> None:
        self.proven = Proven()
        self._anyone = Limiter(anyone)
        self._instead = routes
        self._routes: dict[str, Limiter] = {}

    def take(self, request: Request[Any, Any, Any], secret: str) -> None:
        """Count a request. It is charged to the person once a token or session has proved them, until then to the
        address, since anybody can make a secret up; a route's own rate goes by address whatever the request bears.

        Raises:
            TooMany: one of the rates is used up.
        """
        address = address_of(request)
        if (own := _own(request)) and own.of == "everybody":
            self._limiter(request, own).take(address)
        self._anyone.take(self.proven.subject(secret) or address)

    def take_of_guest(self, request: Request[Any, Any, Any]) -> None:
        """Count a request that turned out to be a guest's, on a route that has a rate of its own for guests.

        Raises:
            TooMany: it is used up.
        """
        if (own := _own(request)) and own.of == "guests":
            self._limiter(request, own).take(address_of(request))

    def give_back(self, request: Request[Any, Any, Any]) -> None:
        """After a request of somebody who was right here."""
        if own := _own(request):
            self._limiter(request, own).give(address_of(request), 1 - own.right)

    def _limiter(self, request: Request[Any, Any, Any], own: OwnRate) -> Limiter:
        handler = request.route_handler
        assert isinstance(handler, HTTPRouteHandler)
        return self._routes.setdefault(str(handler.operation_id), Limiter(self._instead or own.rate))


def address_of(request: Request[Any, Any, Any]) -> str:
    """What rates are charged to."""
    return neighbourhood(request.client.host) if request.client else ""


def _own(request: Request[Any, Any, Any]) -> OwnRate | None:
    found: OwnRate | None = request.route_handler.opt.get("rate")
    return found
