"""Opening tickets: one or a chunk of them, by a person, the API, a channel or an import. There is no second way."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from gongdan.domains.bundle.fields import FilledBy, TicketTemplate
from gongdan.domains.conversations.public import Attached, Origin, PutConversation
from gongdan.domains.customers.public import ONLY_NAMED, Handle, KnownPerson, by_handles, by_ids, lock_handles
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.commands.filling import Filled, filled_in, template_of
from gongdan.domains.tickets.commands.messages.texts import text_of
from gongdan.domains.tickets.desk.desk import Desk, Seat
from gongdan.domains.tickets.desk.queries import AccountOfTicket, accounts, reached, teams
from gongdan.domains.tickets.engine.case import Case, Requesting
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.domains.tickets.errors import UnknownKey
from gongdan.domains.tickets.events import CustomerTold, Follows, MessageAdded
from gongdan.domains.tickets.fields.custom import checked_fields, is_of
from gongdan.domains.tickets.fields.fitting import (
    CATEGORY,
    TypeAndCategory,
    kind_given,
    kind_kept,
    kind_read,
    priority_by_default,
)
from gongdan.domains.tickets.fields.opening import OPENING, OpeningOfTicket
from gongdan.domains.tickets.subjects.messages import LAST_SAID, LastSaid
from gongdan.domains.tickets.subjects.tags import MAX_TAG
from gongdan.infra.db.tx import Query
from gongdan.infra.log.chain import NO_HASH
from gongdan.kernel.errors import FieldFault, Invalid, Refusal
from gongdan.kernel.text import one_line

CHUNK = 50
"""Tickets of one transaction at most (spec 01: no write transaction exceeds 250 ms, also while others write)."""


class NewTicket(msgspec.Struct, frozen=True, kw_only=True):
    """What a ticket is opened from. What is left out is filled by triage, then by the type's defaults."""

    number: str
    requester: Handle | int
    """A handle to find or make the customer by, or a known person's id."""
    channel: str
    title: str
    text: str = ""
    html: str | None = None
    quoted: str | None = None
    by_agent: bool = False
    machine: bool = False
    """A program wrote it: nothing may answer it by itself (spec 05, loops)."""
    unverified: bool = False
    """Nobody proved that the requester wrote it."""
    origin: Origin | None = None
    type: str | None = None
    category: str | None = None
    priority: str | None = None
    team: str | None = None
    assignee_id: int | None = None
    fields: Mapping[str, Any] = {}
    filled_by: FilledBy = "agent"
    """Whose form ``fields`` were filled in on."""
    template: str | None = None
    """That it is opened from: it gives what is left out, and asks for fields."""
    tags: tuple[str, ...] = ()
    files: tuple[Attached, ...] = ()
    account_id: int | None = None
    external_key: str = ""
    conversation_id: int | None = None
    """That it is opened from: the requester's, and instead of ``text`` what was said in it is shown."""
    cc: tuple[int, ...] = ()
    follows: int | None = None
    asked_at: datetime | None = None
    """When it was asked for, where that is past: it counts as opened then. None: now."""
    locale: str | None = None
    """The language of a requester who is not known yet."""
    tell: str | None = None
    """A template that the requester is told by, if the policy tells them nothing."""
    follows_as: Follows | None = None
    may_be_incomplete: bool = False
    """Channels create with ``incomplete`` where forms and API are refused: for want of a category, too (spec 02)."""


class Guess(msgspec.Struct, frozen=True, kw_only=True):
    """What triage read from a text: values that it is sure of, and everything it saw, for the agent."""

    type: str | None = None
    category: str | None = None
    priority: str | None = None
    fields: Mapping[str, Any] = {}
    shown: dict[str, Any] = {}


Triage = Callable[[str, str, Any], Guess]
"""(title, text, rules) → guess. A pure function of the intelligence domain, given by wiring."""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    decision: Decision
    message_id: int | None
    """Of the description; None where it was opened from a conversation."""
    conversation_id: int


async def open_tickets(
    desk: Desk, wanted: Sequence[NewTicket], triage: Triage, seat: Seat | None = None
) -> list[Opened | Refusal]:
    """Open up to ``CHUNK`` tickets in one transaction: one round trip to load, one to write. Without ``seat`` whoever
    is named as assignee gets the ticket, full or not.

    Each row is decided by itself: a refused one is answered by its refusal and does not touch the others.
    """
    people, teams, came_to, around = await _known(desk, wanted)
    answers: list[Opened | Refusal] = []
    now = desk.now
    for new in wanted:
        met, desk.now = dict(people), new.asked_at or now
        try:
            with desk.tx.tentatively():
                _check_team(new, teams)
                guess = triage(new.title, new.text, desk.rules)
                account = came_to.get(new.account_id)
                case = _unopened(new, _person(desk, new, people), account, around)
                opening = _opening(desk, new, guess, case, account)
                answers.append(_open_one(desk, new, opening, case, seat))
        except Refusal as refusal:
            people = met  # whoever was met for its sake was not
            answers.append(refusal)
    desk.now = now
    return answers


async def open_ticket(desk: Desk, new: NewTicket, triage: Triage, seat: Seat | None = None) -> Opened:
    """Open one ticket.

    Raises:
        Invalid: an unknown key, a missing required field, or no such requester.
    """
    (answer,) = await open_tickets(desk, [new], triage, seat)
    if isinstance(answer, Refusal):
        raise answer
    return answer


async def _known(
    desk: Desk, wanted: Sequence[NewTicket]
) -> tuple[dict[Any, KnownPerson], set[str], dict[int | None, AccountOfTicket], Mapping[Facet[Any], Sequence[Any]]]:
    """The persons and the teams that the new tickets name, the accounts that they came to, and what the release asks
    for that is the same for every new ticket."""
    handles = [
        one.requester for one in wanted if isinstance(one.requester, Handle) and one.requester.kind != ONLY_NAMED
    ]
    ids = [new.requester for new in wanted if isinstance(new.requester, int)]
    named = {new.team for new in wanted if new.team is not None}
    asked: dict[str, Query[Any]] = {}
    asked |= {"locks": lock_handles(handles), "handles": by_handles(handles)} if handles else {}
    asked |= {"ids": by_ids(ids)} if ids else {}
    asked |= {"teams": teams(named)} if named else {}
    if OPENING in desk.rules.needs and ids:
        asked["reached"] = reached(ids)
    came_to = [new.account_id for new in wanted if new.account_id is not None]
    asked |= {"accounts": accounts(came_to)} if came_to else {}
    around = [one for one in desk.rules.needs if one.unopened is not None]
    asked |= {one.name: Query(one.row, one.unopened or "", {}) for one in around}
    found = dict(zip(asked, await desk.gather(*asked.values()), strict=True))
    people: dict[Any, KnownPerson] = {one.key: one for one in found.get("handles", ())}
    by_handle = {one.person_id: one.handle for one in found.get("reached", ())}
    people |= {
        one.person_id: msgspec.structs.replace(one, handle=by_handle.get(one.person_id)) for one in found.get("ids", ())
    }
    known = {one.id: one for one in found.get("accounts", ())}
    return people, {team.key for team in found.get("teams", ())}, known, {one: found[one.name] for one in around}


def _unopened(
    new: NewTicket,
    person: KnownPerson,
    account: AccountOfTicket | None,
    around: Mapping[Facet[Any], Sequence[Any]],
) -> Case:
    """What the first decision sees: who asks, and with what."""
    sender = new.requester.handle if isinstance(new.requester, Handle) else person.handle
    said = OpeningOfTicket(
        ticket_id=0,
        subject=new.title,
        text=new.text,
        sender=sender or None,
        mailbox=account.address if account else None,
    )
    last = LastSaid(ticket_id=0, author="agent" if new.by_agent else "customer", text=new.text)
    facets: dict[Facet[Any], Sequence[Any]] = {OPENING: (said,), LAST_SAID: (last,), **around}
    return Case(ticket=None, head=NO_HASH, requester=facts_of(person), facets=facets)


def _check_team(new: NewTicket, known: set[str]) -> None:
    if new.team is not None and new.team not in known:
        raise UnknownKey(faults=(FieldFault("team", "unknown_key", {"value": new.team}),))


def _person(desk: Desk, new: NewTicket, people: dict[Any, KnownPerson]) -> KnownPerson:
    if isinstance(new.requester, int):
        if new.requester not in people:
            raise Invalid(faults=(FieldFault("requester.id", "unknown_person"),))
        return people[new.requester]
    key = new.requester.key
    if key not in people or new.requester.kind == ONLY_NAMED:
        people[key] = desk.meet(new.requester, locale=new.locale)
    return people[key]


def _open_one(desk: Desk, new: NewTicket, opening: intents.Open, case: Case, seat: Seat | None) -> Opened:
    ticket_id, conversation_id = desk.tx.ids.next(), new.conversation_id or desk.tx.ids.next()
    said = _description(desk, new, case, conversation_id) if new.conversation_id is None else None
    wanted: list[intents.Intent] = [opening, *([intents.AddMessage(message=said)] if said else [])]
    wanted += [intents.Participate(add=tuple((cc, "cc") for cc in new.cc))] if new.cc else []
    wanted += [intents.Assign(to=new.assignee_id, way="hand")] if new.assignee_id else []
    decision = _settled(desk, new, wanted, case, ticket_id)
    if seat is not None and new.assignee_id is not None:
        seat(new.assignee_id, decision.after)
    beside = _begun(desk, new, said, case, ticket_id) if said else []
    desk.apply(decision, *beside)
    return Opened(decision=decision, message_id=said.message_id if said else None, conversation_id=conversation_id)


def _description(desk: Desk, new: NewTicket, case: Case, conversation_id: int) -> MessageAdded:
    return MessageAdded(
        message_id=desk.tx.ids.next(),
        conversation_id=conversation_id,
        audience="customer",
        author="agent" if new.by_agent else "customer",
        author_id=desk.authority.person_id if new.by_agent else case.requester.person_id,
        machine=new.machine,
        unverified=new.unverified,
        opens=True,
    )


def _begun(desk: Desk, new: NewTicket, said: MessageAdded, case: Case, ticket_id: int) -> list[Any]:
    """The conversation that comes with the ticket, and the text that it begins with."""
    conversation = PutConversation(
        id=said.conversation_id,
        channel=new.channel,
        party_id=case.requester.person_id,
        ticket_id=ticket_id,
        at=desk.now,
        last_customer_at=desk.now if said.author == "customer" and not said.machine else None,
        account_id=new.account_id,
        external_key=new.external_key,
    )
    text = text_of(
        said,
        ticket_id,
        at=desk.now,
        text=new.text,
        html=new.html,
        quoted=new.quoted,
        files=new.files,
        origin=new.origin,
    )
    return [conversation, text]


def _settled(desk: Desk, new: NewTicket, wanted: Sequence[intents.Intent], case: Case, ticket_id: int) -> Decision:
    """Whoever must hear of their ticket in any case is told once: by what the policy says, else by ``tell``."""
    decision = desk.settle(case, *wanted, ticket_id=ticket_id)
    if new.tell is None or any(isinstance(logged.event, CustomerTold) for logged in decision.events):
        return decision
    return desk.settle(case, *wanted, intents.Tell(template=new.tell), ticket_id=ticket_id)


def _opening(desk: Desk, new: NewTicket, guess: Guess, case: Case, account: AccountOfTicket | None) -> intents.Open:
    rules = desk.rules
    template = template_of(rules, new.template, new.filled_by)
    if new.template is not None:
        new = _from(template, new)
    _check_priority(rules, new.priority)
    kind = _kind(rules, new, guess)
    _check_filer(desk, new, kind.type)
    guessed = {key: value for key, value in guess.fields.items() if is_of(rules, key, kind.type)}
    opening = intents.Open(
        number=new.number,
        title=one_line(new.title, 200) or "—",
        type=kind.type,
        category=kind.category,
        priority=new.priority or guess.priority or priority_by_default(rules, kind.type, kind.category),
        channel=new.channel,
        by_agent=new.by_agent,
        creator_id=_creator(desk, new),
        team=new.team,
        account_team=account.team if account else None,
        fields=checked_fields(rules, kind.type, guessed | dict(new.fields)),
        tags=tuple(sorted({tag for one in new.tags if (tag := one_line(one, MAX_TAG))})),
        incomplete=(CATEGORY,) if kind.category is None else (),
        triage=guess.shown,
        follows=new.follows,
        follows_as=new.follows_as if new.follows else None,
    )
    filled = Filled(
        by=new.filled_by,
        given=new.fields,
        chose_type=new.type is not None,
        may_be_incomplete=new.may_be_incomplete,
        template=template,
    )
    return filled_in(rules, case, opening, filled, desk.now)


def _from(template: TicketTemplate | None, new: NewTicket) -> NewTicket:
    """What a template gives where nothing else was given. Its category and its fields are of its own type.

    Raises:
        UnknownKey: there is no such template, it is retired, or offered to others.
    """
    if template is None:
        raise UnknownKey(faults=(FieldFault("template", "unknown_key", {"value": new.template}),))
    if new.type not in (None, template.type):
        return new
    given = {one.field: one.value for one in template.fields if one.value is not None}
    return msgspec.structs.replace(
        new,
        type=template.type,
        category=new.category or template.category,
        priority=new.priority or template.priority,
        fields=given | dict(new.fields),
    )


def _creator(desk: Desk, new: NewTicket) -> int | None:
    """The member who opens it for somebody else, at the desk or through the API."""
    me = desk.authority.person_id
    return me if new.by_agent or (desk.authority.kind == "staff" and new.requester != me) else None


def _kind(rules: Rules, new: NewTicket, guess: Guess) -> TypeAndCategory:
    if not new.may_be_incomplete:
        return kind_given(rules, type_key=new.type, category=new.category, guessed_type=guess.type)
    type_key, category = new.type, new.category
    if new.follows is not None and type_key is not None:
        type_key, category = kind_kept(rules, type_key=type_key, category=category)
    return kind_read(
        rules, type_key=type_key, category=category, guessed_type=guess.type, guessed_category=guess.category
    )


def _check_filer(desk: Desk, new: NewTicket, type_key: str) -> None:
    """A member opens what their team may file; what comes by a channel is filed by nobody."""
    me, teams = desk.authority, desk.rules.types[type_key].filed_by
    if me.kind != "staff" or me.person_id is None or not teams:
        return
    if (me.teams | me.led_teams).isdisjoint(teams):
        raise Invalid(faults=(FieldFault("type", "ticket.type_of_others"),))


def _check_priority(rules: Rules, priority: str | None) -> None:
    if priority is not None and (priority not in rules.priorities or rules.priorities[priority].retired):
        raise UnknownKey(faults=(FieldFault("priority", "unknown_key", {"value": priority}),))


def facts_of(person: KnownPerson) -> Requesting:
    """What decisions need of the requester."""
    return Requesting(
        person_id=person.person_id,
        name=person.name,
        locale=person.locale,
        zone=person.zone,
        tier=person.tier,
        dedicated_agent_id=person.dedicated_agent_id,
        organisation_id=person.organisation_id,
        organisation_tier=person.organisation_tier,
    )
