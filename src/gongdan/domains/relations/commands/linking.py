"""Linking tickets, opening children, saying what binds them. Both sides are locked before anything is decided."""

import msgspec

from gongdan.domains.relations.errors import NotLinked
from gongdan.domains.relations.kinds import FAMILY, REVERSE, LinkKind, check_family
from gongdan.domains.relations.queries import family_around, lock_families
from gongdan.domains.relations.subjects.links import LinkTo, RuleChildren, UnlinkFrom
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import ChildrenRule
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.public import Desk, NewTicket, Opened, checked, commands
from gongdan.kernel.errors import FieldFault, Invalid

LINK = "ticket.link"


async def link(desk: Desk, number: str, other: str, kind: LinkKind) -> Decision:
    """Say what a ticket is to another; what it was to it before is it no longer. Repeating it changes nothing. Whoever
    links must be able to see the other; to put one below the other, they may link both.

    Raises:
        TicketNotFound, Forbidden, LinksFull, TicketClosed.
        FamilyCircular, FamilyTooDeep, HasParent: they cannot be parent and child.
        Invalid: it is the ticket itself.
    """
    if number == other:
        raise Invalid(faults=(FieldFault("other", "relations.itself"),))
    if kind in FAMILY:
        await desk.gather(lock_families())
    here, there = await _both(desk, number, other)
    if kind in FAMILY:
        checked(there, desk.authority, LINK)
        parent, child = (here, there) if kind == "parent_of" else (there, here)
        await _check_family(desk, parent, child)
    decision = desk.settle(here, LinkTo(other_id=there.live.id, kind=kind))
    return _both_ways(desk, decision, desk.settle(there, LinkTo(other_id=here.live.id, kind=REVERSE[kind])))


async def unlink(desk: Desk, number: str, other: str) -> Decision:
    """They have nothing to do with each other any more.

    Raises:
        TicketNotFound, Forbidden.
        NotLinked: they have not now.
    """
    if number == other:
        raise NotLinked()
    here, there = await _both(desk, number, other)
    decision = desk.settle(here, UnlinkFrom(other_id=there.live.id))
    return _both_ways(desk, decision, desk.settle(there, UnlinkFrom(other_id=here.live.id)))


async def rule_children(desk: Desk, case: Case, rule: ChildrenRule, *, seen: int | None) -> Decision:
    """Say what binds a ticket and its children.

    Raises:
        TicketClosed.
        VersionConflict: it was said otherwise since ``seen`` (412).
        Invalid: the workflow has no such status, or one half of it is missing.
    """
    await desk.unseen(case, seen, frozenset({"children"}))
    return desk.apply(desk.settle(case, RuleChildren(rule=rule)))


async def open_child(
    desk: Desk, number: str, new: NewTicket, triage: commands.Triage, *, for_requester: bool
) -> Opened:
    """Open a ticket below another. What ``new`` leaves out it has from the parent: type, category, priority, tags and
    custom fields. ``for_requester``: whoever asked for the parent asks for it too.

    Raises:
        TicketNotFound, Forbidden, LinksFull, TicketClosed, FamilyTooDeep.
        Invalid: what is opened lacks something.
    """
    await desk.gather(lock_families())
    parent = await desk.case(number, LINK)
    opened = await commands.open_ticket(desk, _inherited(new, parent, for_requester), triage)
    child_id = opened.decision.ticket_id
    (child,) = await desk.cases_by_id([child_id])
    await _check_family(desk, parent, child)
    desk.apply(desk.settle(parent, LinkTo(other_id=child_id, kind="parent_of")))
    desk.apply(desk.settle(child, LinkTo(other_id=parent.live.id, kind="child_of")))
    return opened


def _inherited(new: NewTicket, parent: Case, for_requester: bool) -> NewTicket:
    ticket = parent.live
    category = new.category or (ticket.category if new.type in (None, ticket.type) else None)
    return msgspec.structs.replace(
        new,
        requester=ticket.requester_id if for_requester else new.requester,
        by_agent=for_requester,
        type=new.type or (ticket.type if new.category is None else None),
        category=category,
        priority=new.priority or ticket.priority,
        fields={**ticket.fields, **new.fields},
        tags=tuple(sorted({*ticket.tags, *new.tags})),
        may_be_incomplete=True,
    )


async def _both(desk: Desk, number: str, other: str) -> tuple[Case, Case]:
    """Two tickets that the actor may see, of which they may link the first."""
    here, there = await desk.cases([number, other], "ticket.read")
    return checked(here, desk.authority, LINK), there


async def _check_family(desk: Desk, parent: Case, child: Case) -> None:
    (around,) = await desk.tx.gather(family_around(parent.live.id, child.live.id))
    parents = {one.child_id: one.parent_id for one in around}
    check_family(parents, parent=parent.live.id, child=child.live.id)


def _both_ways(desk: Desk, here: Decision, there: Decision) -> Decision:
    desk.apply(there)
    return desk.apply(here)
