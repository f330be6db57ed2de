"""What a reader may do with a ticket now, by the same rules that a command would meet. Pure."""

from datetime import datetime

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.inbox.shapes import Allowed
from gongdan.domains.tickets.events import BY_HAND, CloseReason
from gongdan.domains.tickets.public import (
    Case,
    Rules,
    commands,
    ends_without_solution,
    keys,
    may_close,
    may_confirm,
    rating_until,
    relations,
    values,
    within_window,
    workflow_of,
)

NOTHING = Allowed(
    reply=False,
    note=False,
    assign=False,
    claim=False,
    accept=False,
    edit=False,
    resolve=False,
    confirm=False,
    confirm_for=False,
    reopen=False,
    close=False,
    close_reasons=[],
    rate=False,
    follow_up=False,
    moves=[],
)


def allowed(case: Case, authority: Authority, rules: Rules, now: datetime) -> Allowed:
    """What would not be refused for who he is and where the ticket stands. Capacity and required fields are not asked:
    a person mends them."""
    ticket = case.live
    found = keys(ticket)
    moves = _moves(case, authority, rules, now)
    to_phases = {workflow_of(case, rules).statuses[key].phase for key in moves}
    is_open, is_ended = ticket.phase != "closed", ticket.phase in ("resolved", "closed")

    def may_do(action: str) -> bool:
        return may(authority, action, found)

    reasons = _close_reasons(case, authority, rules, now) if may_do("ticket.close") else []
    return Allowed(
        reply=is_open and may_do("ticket.reply"),
        note=is_open and may_do("ticket.note"),
        assign=is_open and may_do("ticket.assign"),
        claim=not is_ended and ticket.assignee_id is None and may_do("ticket.claim"),
        accept=not is_ended
        and ticket.accepted_at is None
        and ticket.assignee_id == authority.person_id
        and may_do("ticket.accept"),
        edit=is_open and may_do("ticket.edit"),
        resolve="resolved" in to_phases and may_do("ticket.resolve"),
        confirm=is_open and may_do("ticket.confirm") and _may_confirm(case, authority, rules, now),
        confirm_for=is_open
        and may_do("ticket.confirm_for")
        and rules.types[ticket.type].who_closes != "initiator"
        and _may_confirm(case, authority, rules, now),
        reopen=is_ended and may_do("ticket.reopen") and _may_reopen(case, authority, rules, now),
        close=bool(reasons),
        close_reasons=reasons,
        rate=is_ended and may_do("ticket.rate") and _may_rate(case, authority, rules, now),
        follow_up=ticket.follow_up_at is not None and may_do("ticket.resolve"),
        moves=[key for key in moves if may_do("ticket.move") and may_do(_also_needed(case, rules, key))],
    )


def _also_needed(case: Case, rules: Rules, to: str) -> str:
    return commands.needed_for(case, workflow_of(case, rules), to) or "ticket.move"


def _moves(case: Case, authority: Authority, rules: Rules, now: datetime) -> list[str]:
    """Statuses that his relations to the ticket let him move it to."""
    ticket, workflow = case.live, workflow_of(case, rules)
    if ticket.phase == "closed":
        return []
    mine, seen = relations(authority, ticket), values(case, rules.registry)
    found = workflow.moves(ticket.status, mine, lambda condition: rules.holds(condition, seen, now))
    closes = may_close(case, rules, mine)
    return [
        key
        for key, status in workflow.statuses.items()
        if any(one.to == key for one in found) and (closes or status.phase != "closed")
    ]


def _close_reasons(case: Case, authority: Authority, rules: Rules, now: datetime) -> list[CloseReason]:
    """The reasons for which they may close it by hand: what the type and the workflow let them, and what a lead always
    may."""
    ticket, workflow = case.live, workflow_of(case, rules)
    if ticket.phase == "closed":
        return []
    mine, seen = relations(authority, ticket), values(case, rules.registry)

    moves = workflow.moves(ticket.status, mine, lambda condition: rules.holds(condition, seen, now))
    is_drawn = any(workflow.is_closed(one.to) for one in moves)
    return [
        reason
        for reason in BY_HAND
        if ends_without_solution(mine, reason) or (is_drawn and may_close(case, rules, mine, reason))
    ]


def _may_rate(case: Case, authority: Authority, rules: Rules, now: datetime) -> bool:
    until = rating_until(case, rules)
    return authority.person_id == case.live.requester_id and (until is None or now <= until)


def _may_confirm(case: Case, authority: Authority, rules: Rules, now: datetime) -> bool:
    seen = values(case, rules.registry)
    leads_on = workflow_of(case, rules).occasioned(
        case.live.status, "confirmed", lambda condition: rules.holds(condition, seen, now)
    )
    return leads_on is not None and may_confirm(case, rules, relations(authority, case.live))


def _may_reopen(case: Case, authority: Authority, rules: Rules, now: datetime) -> bool:
    if case.live.phase != "closed":
        return True
    who = {*workflow_of(case, rules).body.reopen.who, "administrator"}
    return not who.isdisjoint(relations(authority, case.live)) and within_window(case, rules, now)
