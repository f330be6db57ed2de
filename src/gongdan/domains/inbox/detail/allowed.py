"""What a reader may do with a ticket now, by the same rules that a command would meet. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

import msgspec

from gongdan.domains.accounts.public import Authority, may
from gongdan.domains.approvals.public import moves_that_wait
from gongdan.domains.tickets.events import CloseReason
from gongdan.domains.tickets.public import (
    UNDO,
    Case,
    Context,
    FieldState,
    Rules,
    close_reasons,
    commands,
    holding,
    keys,
    moves_open,
    relations,
    workflow_of,
)
from gongdan.kernel.errors import Forbidden
from gongdan.kernel.events import Actor


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    allowed: Mapping[str, Literal[True] | str] = {}
    """Action → true, or the code of the refusal that it would meet."""
    close_reasons: Sequence[CloseReason] = ()
    """Those for which they may close it by hand."""
    moves: Sequence[str] = ()
    """Statuses that they may move it to."""
    to_approve: Sequence[str] = ()
    """Those of them that others must approve first."""
    form: Sequence[FieldState] = ()
    """What is filled in where it stands."""
    resolving: Sequence[FieldState] = ()
    """What resolving asks for beside."""


NOTHING = Offered()


def offered(case: Case, authority: Authority, rules: Rules, now: datetime) -> Offered:
    """What would not be refused for who they are and where the ticket stands."""
    found = keys(case.live)

    def may_do(action: str) -> bool:
        if action == UNDO:
            return commands.may_undo_last(authority, case, rules.subjects)
        return may(authority, action, found)

    context = Context(
        rules=rules,
        actor=Actor(kind=authority.kind, person_id=authority.person_id, via="web"),
        relations=relations(authority, case.live),
        now=now,
    )
    allowed = rules.subjects.allowed(case, context, may_do)
    workflow = workflow_of(case, rules)
    there = moves_open(case, context) if may_do("ticket.move") else []
    moves = [key for key in there if may_do(commands.needed_for(case, workflow, key) or "ticket.move")]
    if allowed.get("ticket.move") is True and not moves:
        allowed["ticket.move"] = Forbidden.code
    reasons = close_reasons(case, context) if allowed.get("ticket.close") is True else []
    holds = holding(case, rules, now)
    return Offered(
        allowed=allowed,
        close_reasons=reasons,
        moves=moves,
        to_approve=moves_that_wait(case, context, moves),
        form=[one for one in rules.forms.working("agent", case.live, holds).values() if one.visible],
        resolving=commands.resolving_form(rules, case, {}, now),
    )
