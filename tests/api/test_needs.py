"""What a route needs stands on the route; one that says nothing, or what cannot be, keeps the process from starting."""

from typing import Any

import pytest
from litestar import get, post
from litestar.di import NamedDependency
from litestar.handlers import HTTPRouteHandler

from gongdan import wiring
from gongdan.domains.accounts.permissions import ACTIONS
from gongdan.infra.http.guard import NeedsUnsaid, declared, needs


def reading(opt: dict[str, Any]) -> HTTPRouteHandler:
    @get("/things", opt=opt)
    async def things() -> None: ...

    return things


def changing(opt: dict[str, Any]) -> HTTPRouteHandler:
    @post("/things", opt=opt)
    async def change() -> None: ...

    return change


def of_guests() -> HTTPRouteHandler:
    @get("/things", opt=needs("guest"))
    async def things(authority: NamedDependency[str]) -> None: ...

    return things


def test_every_route_says_what_it_needs() -> None:
    assert declared(wiring.HANDLERS, ACTIONS) == wiring.HANDLERS


@pytest.mark.parametrize(
    ("handler", "fault"),
    [
        (reading({}), "is missing"),
        (reading({"needs": {"who": "staff"}}), "is missing"),
        (reading(needs("staff", "people.raed")), r"unknown actions \['people.raed'\]"),
        (reading(needs("guest", "people.read")), "holds no actions"),
        (reading(needs("staff", scope="all")), "one that reads has none"),
        (changing(needs("staff", "people.read")), "has a scope"),
        (of_guests(), "have no authority"),
    ],
)
def test_a_route_that_does_not_keeps_the_process_from_starting(handler: HTTPRouteHandler, fault: str) -> None:
    with pytest.raises(NeedsUnsaid, match=fault):
        declared([*wiring.HANDLERS, handler], ACTIONS)
