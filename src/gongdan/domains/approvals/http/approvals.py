"""Asking for an approval and deciding it, for members."""

from typing import Annotated, Literal

from litestar import post
from litestar.di import NamedDependency
from litestar.params import JSONBody
from msgspec import Meta

from gongdan.domains.approvals import commands
from gongdan.domains.approvals.model import Verdict
from gongdan.domains.tickets.events import CloseReason
from gongdan.domains.tickets.public import Begin, Outcome, outcome
from gongdan.infra.http.bodies import Fields, Id, PathNumber, Request, Text
from gongdan.infra.http.guard import needs
from gongdan.kernel.text import Key

Why = Annotated[str, Meta(max_length=2_000)]
Reason = Annotated[str, Meta(min_length=1, max_length=2_000)]


class AskForApproval(Request, frozen=True, kw_only=True):
    to: Key
    """The status that the ticket is to move to."""
    reason: CloseReason | None = None
    """Of a close."""
    why: Why = ""
    """For the approvers."""
    text: Text = ""
    """A public reply that goes out with the move."""
    fields: Fields = {}
    """Custom fields that are set at once: they are what is agreed to."""


class ApprovalDecision(Request, frozen=True, kw_only=True):
    verdict: Verdict
    why: Why = ""
    """Needed to decline."""


class ForwardApproval(Request, frozen=True, kw_only=True):
    person_id: Id
    why: Why = ""


class AddApproverRequest(Request, frozen=True, kw_only=True):
    person_id: Id
    when: Literal["before", "after"]
    """Whether they decide before oneself, or after this step has agreed."""
    why: Why = ""


class SendBackRequest(Request, frozen=True, kw_only=True):
    person_id: Id
    """Somebody who had the ticket before, or who asked."""
    why: Reason


class CancelApproval(Request, frozen=True, kw_only=True):
    why: Why = ""


@post(
    "/tickets/{number:str}/approval",
    status_code=200,
    operation_id="askForApproval",
    tags=["approvals"],
    opt=needs("staff", "ticket.move", scope="tickets:write"),
)
async def ask_for_approval(
    number: PathNumber,
    data: JSONBody[AskForApproval],
    begin: NamedDependency[Begin],
    seen: NamedDependency[int | None],
) -> Outcome:
    """Ask those who must agree to a move. It happens by itself when all have agreed, by one's own rights. Whatever
    would refuse the move refuses this, but for the approval. One waits at a time; a change of custom fields, a move, a
    change of type or the close end it."""
    async with begin() as desk:
        case = await desk.case(number)
        decision = await commands.ask(
            desk,
            case,
            to=data.to,
            reason=data.reason,
            text=data.text.strip(),
            why=data.why.strip(),
            fields={f"fields.{key}": value for key, value in data.fields.items()},
            seen=seen,
        )
        return outcome(desk, decision)


@post(
    "/tickets/{number:str}/approval/decision",
    status_code=200,
    operation_id="decideApproval",
    tags=["approvals"],
    opt=needs("staff", "ticket.read", scope="tickets:write"),
)
async def decide_approval(
    number: PathNumber, data: JSONBody[ApprovalDecision], begin: NamedDependency[Begin]
) -> Outcome:
    """Agree to what waits for one's decision, or decline it, which takes a reason. The last one who agrees makes the
    move happen. The same decision again changes nothing; 409 when it is over, or another was given."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.decide(desk, case, verdict=data.verdict, why=data.why.strip()))


@post(
    "/tickets/{number:str}/approval/forward",
    status_code=200,
    operation_id="forwardApproval",
    tags=["approvals"],
    opt=needs("staff", "ticket.read", scope="tickets:write"),
)
async def forward_approval(
    number: PathNumber, data: JSONBody[ForwardApproval], begin: NamedDependency[Begin]
) -> Outcome:
    """Hand one's decision to another member. Not to whoever asked."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.forward(desk, case, to=data.person_id, why=data.why.strip()))


@post(
    "/tickets/{number:str}/approval/approvers",
    status_code=200,
    operation_id="addApprover",
    tags=["approvals"],
    opt=needs("staff", "ticket.read", scope="tickets:write"),
)
async def add_approver(
    number: PathNumber, data: JSONBody[AddApproverRequest], begin: NamedDependency[Begin]
) -> Outcome:
    """Have another member decide too, before oneself or after this step."""
    async with begin() as desk:
        case = await desk.case(number)
        decision = await commands.add(desk, case, person_id=data.person_id, when=data.when, why=data.why.strip())
        return outcome(desk, decision)


@post(
    "/tickets/{number:str}/approval/return",
    status_code=200,
    operation_id="sendBackFromApproval",
    tags=["approvals"],
    opt=needs("staff", "ticket.read", scope="tickets:write"),
)
async def send_back_from_approval(
    number: PathNumber, data: JSONBody[SendBackRequest], begin: NamedDependency[Begin]
) -> Outcome:
    """Give the ticket back to an earlier handler and say why. The approval is over; the ticket stays in its status."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.send_back(desk, case, to=data.person_id, why=data.why.strip()))


@post(
    "/tickets/{number:str}/approval/cancel",
    status_code=200,
    operation_id="cancelApproval",
    tags=["approvals"],
    opt=needs("staff", "ticket.read", scope="tickets:write"),
)
async def cancel_approval(number: PathNumber, data: JSONBody[CancelApproval], begin: NamedDependency[Begin]) -> Outcome:
    """Take back what one asked for; a lead may, too. The ticket stays as it is."""
    async with begin() as desk:
        case = await desk.case(number)
        return outcome(desk, await commands.cancel(desk, case, why=data.why.strip()))


handlers = [
    ask_for_approval,
    decide_approval,
    forward_approval,
    add_approver,
    send_back_from_approval,
    cancel_approval,
]
