"""Running macros on a ticket over HTTP."""

from typing import Annotated, Any, Literal

import msgspec
from litestar import Request as Asked
from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.macros import running
from gongdan.domains.macros.http.macros import PathMacro
from gongdan.domains.macros.telling import Narrators, narrators, told
from gongdan.domains.tickets.public import Begin, Decision, Desk, Outcome, foreseen, outcome
from gongdan.infra.db.tx import Database
from gongdan.infra.http.bodies import Answer, PathNumber, Request, Text
from gongdan.infra.http.guard import needs
from gongdan.infra.http.idempotency import Once
from gongdan.infra.http.problems import described
from gongdan.kernel.text import Name

State = Literal["done", "unchanged", "refused", "left"]
"""``left``: an action before it was refused."""


class RunMacro(Request, frozen=True, kw_only=True):
    version: Annotated[int, Meta(ge=1, le=2**31 - 1)]
    """Of the macro, as its runner was shown it."""
    text: Text = ""
    """What is said, filled in; empty: the macro's own words, in the requester's language."""
    preview: bool = False
    """Only say what it would do: nothing is written, and nobody is told."""


class MacroStep(Answer, frozen=True, kw_only=True):
    told: Name
    """What it does, in words."""
    state: State


class MacroOutcome(Outcome, frozen=True, kw_only=True):
    """The ticket as it stands after the macro, or would stand."""

    steps: list[MacroStep]
    """Of a preview, what becomes of each action."""
    problem: dict[str, Any] | None
    """Of a preview, why nothing would be done, as the run would be refused; ``step`` is the action's place, from 1."""
    letters: int
    """Mails that tell the requester of what happens; what the macro says itself is none of them."""
    notices: int
    """Events of which others are told."""


@post(
    "/tickets/{number:str}/macros/{macro_key:str}/run",
    status_code=200,
    operation_id="runMacro",
    tags=["macros"],
    opt=needs("staff", "ticket.read", scope="tickets:write"),
)
async def run_macro(
    number: PathNumber,
    macro_key: PathMacro,
    data: JSONBody[RunMacro],
    begin: NamedDependency[Begin],
    db: NamedDependency[Database],
    seen: NamedDependency[int | None],
    once: NamedDependency[Once],
    request: Asked[Any, Any, Any],
) -> Response[MacroOutcome]:
    """Run a macro on a ticket, each action by the right that it takes: all of it is done, or nothing. 409 when the
    macro was changed since ``version``; 412 when what it sets was changed since ``If-Match``. ``POST …/undo`` takes all
    of it back but what was said."""
    if data.preview:
        desk, found = await running.rehearse(begin, number, macro_key, version=data.version, text=data.text)
        async with db.read(desk.authority.workspace_id) as tx:
            by = await narrators(tx, desk.rules, found.whole.after.live.workflow)
        problem = None if found.refused is None else described(request, found.refused)
        return Response(_outcome(desk, found.whole, None, steps=_steps(found, by), problem=problem))
    async with begin() as desk:
        macro = await running.meant(desk, macro_key, data.version)
        done = await running.run(desk, number, macro, text=data.text, seen=seen)
        message_id = next((one.message_id for one in done if one.message_id is not None), None)
        return once.keep(_outcome(desk, running.whole(done), message_id, steps=[], problem=None), status=200)


handlers = [run_macro]


def _steps(found: running.Rehearsal, by: Narrators) -> list[MacroStep]:
    changed: list[State] = ["done" if one.decision.events else "unchanged" for one in found.done]
    states: list[State] = [*changed, "refused"] if found.refused is not None else changed
    left: list[State] = ["left"] * (len(found.macro.actions) - len(states))
    return [
        MacroStep(told=told(action, by), state=state)
        for action, state in zip(found.macro.actions, [*states, *left], strict=True)
    ]


def _outcome(
    desk: Desk, decision: Decision, message_id: int | None, *, steps: list[MacroStep], problem: dict[str, Any] | None
) -> MacroOutcome:
    plain = msgspec.structs.asdict(outcome(desk, decision, message_id=message_id))
    foreseeing = foreseen([decision], desk.rules, False)
    clocks = {one.metric: one for one in plain["clocks"]}
    plain["clocks"] = list(clocks.values())  # as the last action left them
    return MacroOutcome(**plain, steps=steps, problem=problem, letters=foreseeing.letters, notices=foreseeing.notices)
