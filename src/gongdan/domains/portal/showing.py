"""A ticket as its customer is shown it, from what was loaded. Pure: what is not public has no way in."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import Authority, Reader, Thing, custom_fields, knows, may, reader_of, said
from gongdan.domains.files.public import FileRef
from gongdan.domains.notifications.public import next_step, responsible
from gongdan.domains.portal.queries import HandlerNames, Message, OwnTicketRow, Passage, Promised, StandsForIt
from gongdan.domains.portal.shapes import PortalMessage, PortalRow, PortalTicket
from gongdan.domains.tickets.public import (
    Case,
    Context,
    Rules,
    holding,
    keys,
    rating_until,
    relations,
    reopens_until,
    workflow_of,
)
from gongdan.domains.workflow.public import CompiledWorkflow, steps
from gongdan.kernel.events import Actor
from gongdan.kernel.text import Name


class LoadedForCustomer(msgspec.Struct, frozen=True, kw_only=True):
    """What was loaded of a ticket."""

    case: Case
    messages: Sequence[Message]
    files: Mapping[int, list[FileRef]]
    handlers: HandlerNames
    passages: Sequence[Passage]
    promised: Promised
    stands_for_it: StandsForIt | None
    """The ticket that it was merged into."""
    asks_who: bool


def ticket(found: LoadedForCustomer, authority: Authority, rules: Rules, now: datetime) -> PortalTicket:
    """What this customer sees of the ticket, and what they may do to it now."""
    live, case = found.case.live, found.case
    reader = reader_of(authority, keys(live))
    workflow, other = workflow_of(case, rules), found.stands_for_it
    goes_on = (other.phase if other else live.phase) != "closed"
    came_to = [_came_to(passage) for passage in found.passages]
    bar = steps(workflow, came_to, limit_at=found.promised.limit_at, is_for_staff=False)
    return PortalTicket(
        number=live.number,
        title=live.title,
        status=_status_name(workflow, live.status),
        phase=live.phase,
        type=rules.types[live.type].name,
        responsible=responsible(found.handlers.assignee, found.handlers.team, authority.locale),
        next_step=next_step(live.phase),
        answer_due_at=found.promised.answer_due_at,
        solution_due_at=found.promised.solution_due_at,
        created_at=live.created_at,
        updated_at=live.updated_at,
        closed_at=live.closed_at,
        steps=bar,
        status_names={step.status: _status_name(workflow, step.status) for step in bar},
        messages=[shown for one in found.messages if (shown := knows(reader, _message(one, found, authority)).value)],
        asks_who=found.asks_who,
        rating=live.rating,
        rating_until=rating_until(case, rules),
        can_reply=goes_on and may(authority, "ticket.reply", keys(live)),
        can_confirm=_is_offered("ticket.confirm", case, authority, rules, now),
        can_reopen=may(authority, "ticket.reopen", keys(live))
        and not (other and goes_on)
        and _reopens(case, workflow, authority),
        merged_into=other.number if other and authority.only_ticket is None else None,
        reopen_until=reopens_until(live, rules),
        can_rate=_is_offered("ticket.rate", case, authority, rules, now),
        fields=_fields(case, reader, rules, now),
    )


def row(line: OwnTicketRow, rules: Rules) -> PortalRow:
    return PortalRow(
        number=line.number,
        title=line.title,
        status=_status_name(rules.workflows[line.workflow], line.status),
        phase=line.phase,
        updated_at=line.updated_at,
        created_at=line.created_at,
    )


def _status_name(workflow: CompiledWorkflow, status: str) -> Name:
    return workflow.statuses[status].name


def _message(message: Message, found: LoadedForCustomer, authority: Authority) -> Thing[PortalMessage]:
    kind: Literal["customer", "agent", "automatic"] = (
        message.author if message.author in ("customer", "agent") else "automatic"
    )
    whole = PortalMessage(
        id=message.id,
        at=message.at,
        mine=kind == "customer" and message.author_id == authority.person_id,
        author=message.author_name if message.author_name and kind != "automatic" else found.handlers.workspace,
        kind=kind,
        text=message.text,
        html=message.html,
        files=found.files.get(message.id, []),
    )
    left = msgspec.structs.replace(whole, text="", html=None, files=[])
    return said(whole, message.audience, party_id=message.party_id, is_redacted=message.redacted, left=left)


def _is_offered(action: str, case: Case, authority: Authority, rules: Rules, now: datetime) -> bool:
    """By the rule that the command itself would meet."""
    context = Context(
        rules=rules,
        actor=Actor(kind=authority.kind, person_id=authority.person_id, via="portal"),
        relations=relations(authority, case.live),
        now=now,
    )
    return may(authority, action, keys(case.live)) and rules.subjects.offers[action].why_not(case, context) is None


def _reopens(case: Case, workflow: CompiledWorkflow, authority: Authority) -> bool:
    """Resolved or closed. When the window of a closed one is over, a follow-up is opened instead."""
    if case.live.phase == "closed":
        return not relations(authority, case.live).isdisjoint(workflow.body.reopen.who)
    return case.live.phase == "resolved"


def _fields(case: Case, reader: Reader, rules: Rules, now: datetime) -> dict[str, Any]:
    """Custom fields that the portal's form shows. What would be masked is left out: a form does not show it empty."""
    states = rules.forms.working("portal", case.live, holding(case, rules, now))
    shown = {key for key, one in states.items() if one.visible}
    whole = {key for key in shown if knows(reader, custom_fields({key: ...}, rules.sensitive)).how == "whole"}
    return {key: value for key, value in case.live.fields.items() if key in whole}


class _CameTo(msgspec.Struct, frozen=True):
    status: str = ""
    """Of an opening."""
    status_at: datetime | None = None
    """Since when it stood there, where it came from elsewhere."""
    after: str = ""
    """Of a move."""


_came = msgspec.json.Decoder(_CameTo)


def _came_to(passage: Passage) -> tuple[str, datetime]:
    read = _came.decode(passage.body)
    return (read.after if passage.kind == "ticket.moved" else read.status), read.status_at or passage.at
