"""Children of tickets over HTTP."""

from typing import Annotated, Literal

from litestar import Response, post, put
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.accounts.public import Authority, may_somewhere
from gongdan.domains.relations.commands import linking
from gongdan.domains.relations.kinds import MOST_LINKS
from gongdan.domains.tickets.engine.model import ChildrenRule
from gongdan.domains.tickets.public import Begin, NewTicket, Numbers, Outcome, RuleBook, outcome
from gongdan.domains.tickets.public import commands as tickets
from gongdan.infra.http.bodies import PathNumber, Request, Text, Title
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.kernel import clock
from gongdan.kernel.errors import Forbidden

Key = Annotated[str, Meta(max_length=63)]


class OpenChild(Request, frozen=True):
    """What is left out the child has from its parent."""

    title: Title
    text: Text = ""
    team: Key | None = None
    category: Key | None = None
    priority: Key | None = None
    for_requester: bool = False
    """The customer of the parent asks for the child too, and is told of it; else it is the member's own."""


class SetChildrenRule(Request, frozen=True):
    closing: Literal["block", "warn", "cascade"]
    advance: Annotated[int, Meta(ge=0, le=MOST_LINKS)] | None = None
    to: Key | None = None


@post(
    "/tickets/{number:str}/children",
    status_code=201,
    operation_id="openChild",
    tags=["relations"],
    opt=needs("staff", "ticket.link", scope="tickets:write"),
)
async def open_child(
    number: PathNumber,
    data: JSONBody[OpenChild],
    authority: NamedDependency[Authority],
    begin: NamedDependency[Begin],
    rules: NamedDependency[RuleBook],
    numbers: NamedDependency[Numbers],
    triage: NamedDependency[tickets.Triage],
    once: NamedDependency[Once],
) -> Response[Outcome]:
    """Open a ticket below another. Type, category, priority, tags and custom fields are the parent's unless the body
    says otherwise."""
    _check(authority, data)
    (own,) = await numbers.take(await rules(authority.workspace_id, authority.release), 1, clock.now())
    async with begin() as desk:
        new = NewTicket(
            number=own,
            requester=authority.person_id or 0,
            channel="api" if desk.via == "api" else "web",
            title=data.title,
            text=data.text,
            team=data.team,
            category=data.category,
            priority=data.priority,
        )
        opened = await linking.open_child(desk, number, new, triage, for_requester=data.for_requester)
        return once.keep(outcome(desk, opened.decision, message_id=opened.message_id), status=201)


def _check(authority: Authority, data: OpenChild) -> None:
    wanted = ["ticket.create"] + ["ticket.create_for_others"] * data.for_requester + ["ticket.assign"] * bool(data.team)
    for action in wanted:
        if not may_somewhere(authority, action):
            raise Forbidden(action=action)


@put(
    "/tickets/{number:str}/children-rule",
    status_code=200,
    operation_id="setChildrenRule",
    tags=["relations"],
    opt=needs("staff", "ticket.link", scope="tickets:write"),
)
async def set_children_rule(
    number: PathNumber,
    data: JSONBody[SetChildrenRule],
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Say what binds a ticket and its children: whether it ends before they do, and when it goes on by itself."""
    async with begin() as desk:
        rule = ChildrenRule(closing=data.closing, advance=data.advance, to=data.to)
        return outcome(desk, await linking.rule_children(desk, await desk.case(number), rule, seen=seen))


handlers = [open_child, set_children_rule]
