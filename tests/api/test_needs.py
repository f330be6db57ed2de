"""What a route needs stands on the route; one that says nothing, or what cannot be, keeps the process from starting."""

from typing import Any

import msgspec
import pytest
from litestar import Litestar, get, post
from litestar.di import NamedDependency, Provide
from litestar.handlers import HTTPRouteHandler
from litestar.testing import TestClient

from gongdan import wiring
from gongdan.app.dependencies import provide_action
from gongdan.domains.accounts.credentials.tokens import SCOPES
from gongdan.domains.accounts.http.admission import ScopeMissing, admitted, check_scope
from gongdan.domains.accounts.rights.authority import Authority, Grant, guest, system
from gongdan.domains.accounts.rights.permissions import ACTIONS
from gongdan.infra.http.guard import Needs, NeedsUnsaid, declared, needs, needs_of
from gongdan.kernel.errors import Forbidden, Unauthenticated
from tests.kit import Office

GUEST = guest(1, locale="en", zone="UTC", release=1)
SYSTEM = system(1, name="system", release=1)
CUSTOMER = msgspec.structs.replace(GUEST, person_id=7, grants=(Grant(frozenset({"ticket.reply"}), "own"),))
MEMBER = msgspec.structs.replace(CUSTOMER, kind="staff")
IDLE = msgspec.structs.replace(MEMBER, grants=())


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


def test_the_scope_that_a_route_asks_for_lets_through_what_it_does() -> None:
    scoped = [(handler, one) for handler in wiring.HANDLERS if (one := needs_of(handler)).scope and one.actions]
    unusable = {
        handler.operation_id for handler, one in scoped if one.scope and SCOPES[one.scope].isdisjoint(one.actions)
    }
    assert unusable == set()


def test_a_token_for_administration_reads_nothing_that_was_said() -> None:
    asked = {"getTicket", "getConversation", "listTickets"}
    reading = {action for one in wiring.HANDLERS if one.operation_id in asked for action in needs_of(one).actions}
    assert SCOPES["admin"].isdisjoint(reading | {"ticket.read", "message.read", "note.read", "conversation.read"})
    assert "conversation.read" in SCOPES["read"]


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


@pytest.mark.parametrize(
    ("who", "actions", "let_in"),
    [
        ("self", (), [CUSTOMER, MEMBER, IDLE]),
        ("staff", (), [MEMBER, IDLE]),
        ("staff", ("ticket.reply",), [MEMBER]),
        ("staff", ("outbox.manage", "ticket.reply"), [MEMBER]),
        ("staff", ("outbox.manage",), []),
        ("customer", (), [CUSTOMER]),
        ("customer", ("ticket.reply",), [CUSTOMER]),
        ("customer", ("ticket.rate",), []),
    ],
)
def test_the_door_lets_in_whom_the_route_is_for(who: Any, actions: tuple[str, ...], let_in: list[Authority]) -> None:
    needed = Needs(who=who, actions=actions)
    with pytest.raises(Unauthenticated):
        admitted(None, needed)
    for one in (CUSTOMER, MEMBER, IDLE, GUEST, SYSTEM):
        if one in let_in:
            assert admitted(one, needed) is one
        else:
            with pytest.raises(Forbidden):
                admitted(one, needed)


@pytest.mark.parametrize(
    ("scopes", "scope", "passes"),
    [
        ({"read"}, None, True),
        ({"read"}, "tickets:write", False),
        ({"tickets:write"}, "tickets:write", True),
        ({"tickets:write"}, "admin", False),
        ({"tickets:write", "admin"}, "all", False),
        ({"all"}, "admin", True),
    ],
)
def test_a_token_changes_nothing_beyond_its_scopes(scopes: set[str], scope: Any, passes: bool) -> None:
    bearer = msgspec.structs.replace(MEMBER, token_id=1, scopes=frozenset(scopes))
    needed = Needs(who="staff", scope=scope)
    if passes:
        check_scope(bearer, needed)
    else:
        with pytest.raises(ScopeMissing):
            check_scope(bearer, needed)
    check_scope(MEMBER, needed)


def test_a_handler_is_told_the_action_of_its_route() -> None:
    @get("/things", opt=needs("staff", "ticket.reply"))
    async def things(action: NamedDependency[str]) -> str:
        return action

    with TestClient(Litestar([things], dependencies={"action": Provide(provide_action)})) as client:
        assert client.get("/things").text == "ticket.reply"


async def test_a_ticket_is_loaded_for_the_action_that_its_route_declares(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service")
    for action, expected in (("ticket.read", None), ("ticket.trash", Forbidden)):
        async with office.services.uow.begin(agent.authority, via="web", action=action) as desk:
            if expected is None:
                assert (await desk.case(number)).live.number == number
            else:
                with pytest.raises(expected):
                    await desk.case(number)


async def test_which_methods_a_path_has_everybody_may_ask(office: Office) -> None:
    agent = await office.member("李雷", "agent")
    answer = await agent.call("OPTIONS", "/members")
    assert (answer.status_code, "OPTIONS" in answer.headers["allow"]) == (204, True)


async def test_nothing_of_a_request_is_read_before_its_sender_is_let_in(office: Office) -> None:
    """Neither its body, nor its query, nor the ticket that it names."""
    agent = await office.member("李雷", "agent")
    broken = {"content": b"{", "headers": {"Content-Type": "application/json"}}
    assert (await agent.call("POST", "/members", **broken)).status_code == 403
    assert (await agent.get("/policy/releases", strange="x")).status_code == 422
    assert (await agent.get("/channel-accounts", strange="x")).status_code == 403
    assert (await agent.call("POST", "/tickets/none/rating", **broken)).status_code == 403
