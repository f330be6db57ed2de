"""The approval of a ticket's next step, as a subject: what happens to it, who may know, who is told."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from gongdan.conditions.fields import Members
from gongdan.domains.approvals import errors, events, flow, rules
from gongdan.domains.approvals.model import DECIDES, Approval, State, WhyCancelled, approval_of, ended, here, kept
from gongdan.domains.tickets.engine.meaning import Happening, Meaning, Phrase, ToldTo, phrase
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    Context,
    EventKind,
    Guard,
    IntentKind,
    Lasts,
    Offer,
    Subject,
)
from gongdan.domains.tickets.events import TicketChanged, TicketMigrated, TicketMoved, TicketUndone
from gongdan.domains.tickets.public import Case, Contribution, Narrator, RuleIntent, Rules, Ticket
from gongdan.kernel.events import Event, Logged

RULE: Final = "approval"
"""In whose name approvals are ended by what happens to the ticket."""


def _requested(ticket: Ticket, event: events.ApprovalRequested, at: datetime) -> Mapping[str, Any]:
    return kept(
        ticket,
        Approval(
            transition=event.transition,
            name=event.name,
            status=event.status,
            status_at=event.status_at,
            to=event.to,
            reason=event.reason,
            text=event.text,
            why=event.why,
            asked_by=event.asked_by,
            asked_at=at,
            rounds=event.rounds,
            cc=event.cc,
        ),
    )


Change = Callable[[Approval, Any, datetime], Approval]


def _folding(change: Change) -> Callable[[Ticket, Any, datetime], Mapping[str, Any]]:
    """What an event does to the approval that there is."""

    def fold(ticket: Ticket, event: Any, at: datetime) -> Mapping[str, Any]:
        found = approval_of(ticket)
        return kept(ticket, change(found, event, at)) if found is not None else {}

    return fold


def _decided(approval: Approval, event: events.ApprovalDecided, at: datetime) -> Approval:
    return flow.decided(approval, event.person_id, event.verdict, event.why, at)


def _over(state: State, because: Callable[[Any], str] = lambda event: "") -> Change:
    return lambda approval, event, at: ended(approval, state, at, because(event))


def _reworked(approval: Approval, event: Event, at: datetime) -> Approval:
    return rules.reworked(approval, event)


def lapse(rules_: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterable[RuleIntent]:
    """An approval is of what was approved, where it was: it ends when values change, and when the ticket moves on."""
    found = approval_of(case.live)
    if found is None or found.state not in ("waiting", "passed"):
        return
    because: WhyCancelled | None = None
    match logged.event:
        case TicketMoved(transition=transition) if found.state == "waiting":
            because = "retyped" if transition == "retype" else "moved"
        case TicketMigrated():
            because = "migrated"
        case TicketChanged(workflow=workflow) if workflow is not None:
            because = "retyped"
        case TicketChanged(after=after) if any(name.startswith("fields.") for name in after):
            because = "changed"
        case TicketUndone(after=after) if any(name.startswith("fields.") or name == "workflow" for name in after):
            because = "changed"
    if because is not None and (found.state == "waiting" or here(case.live)):
        yield RuleIntent(RULE, rules.Cancel(because=because, of=found))


def _people(*names: str) -> Callable[[Values], Iterable[Any]]:
    def people(values: Values) -> Iterable[Any]:
        for name in names:
            value = values.get(name)
            yield from value if isinstance(value, list | tuple) else (value,)

    return people


def _because(values: Values, narrator: Narrator) -> str:
    why = values.get("why")
    return narrator.say("events.approval_why", why=why) if why else ""


def _says_requested(values: Values, narrator: Narrator) -> str:
    to = narrator.status(values["to"])
    return narrator.say("events.approval_requested", to=to) + _because(values, narrator)


def _step(values: Values, narrator: Narrator) -> str:
    name = values.get("name") or {}
    return name.get(narrator.locale) or name.get("zh-CN") or next(iter(name.values()), "")


def _says_awaited(values: Values, narrator: Narrator) -> str:
    instead = values.get("instead")
    key = f"events.approval_awaited_{instead}" if instead else "events.approval_awaited"
    return narrator.say(key, people=narrator.persons(values["people"]), step=_step(values, narrator))


def _says_decided(values: Values, narrator: Narrator) -> str:
    said = narrator.say(f"events.approval_{values['verdict']}")
    if instead_of := values.get("instead_of"):
        said += narrator.say("events.approval_for", person=narrator.person(instead_of))
    return said + _because(values, narrator)


def _says_forwarded(values: Values, narrator: Narrator) -> str:
    said = narrator.say("events.approval_forwarded", person=narrator.person(values["to"]))
    return said + _because(values, narrator)


def _says_added(values: Values, narrator: Narrator) -> str:
    people = narrator.persons(one["person_id"] for one in values["round"]["votes"])
    key = "events.approver_added_before" if values["is_before"] else "events.approver_added_after"
    return narrator.say(key, people=people) + _because(values, narrator)


def _says_replaced(values: Values, narrator: Narrator) -> str:
    people = narrator.persons(one["person_id"] for one in values["by"])
    return narrator.say("events.approver_replaced", person=narrator.person(values["person_id"]), people=people)


def _says_sent_back(values: Values, narrator: Narrator) -> str:
    said = narrator.say("events.approval_sent_back", person=narrator.person(values["to"]))
    return said + _because(values, narrator)


def _says_cancelled(values: Values, narrator: Narrator) -> str:
    return narrator.say(f"events.approval_cancelled_{values['because']}") + _because(values, narrator)


def _says_passed(values: Values, narrator: Narrator) -> str:
    return narrator.say("events.approval_passed", to=narrator.status(values["to"]))


def _says_unused(values: Values, narrator: Narrator) -> str:
    to = narrator.status(values["to"])
    return narrator.say("events.approval_unused", to=to, why=narrator.refusal(values["code"]))


def _not_mine(case: Case, context: Context) -> str | None:
    found = approval_of(case.live)
    if found is None or found.round is None or here(case.live) is None:
        return errors.ApprovalOver.code
    return None if context.me in found.asked_now else errors.NotApprover.code


def _not_to_withdraw(case: Case, context: Context) -> str | None:
    found = here(case.live)
    if found is None or found.state != "waiting":
        return errors.ApprovalOver.code
    is_theirs = context.me == found.asked_by or "lead" in context.relations
    return None if is_theirs else errors.ApprovalNotYours.code


def _to_name(found: Happening) -> dict[str, str]:
    key = found.event.to
    status = found.rules.workflows[found.about.workflow].statuses.get(key)
    return dict(status.name) if status else {"zh-CN": key}


def _asks(found: Happening) -> Phrase:
    approval = approval_of(found.about)
    by = (found.name_of(approval.asked_by) if approval else None) or "–"
    return phrase("notices.staff.approval_asked", by=by, step=found.event.name, title=found.about.title)


def _outcome(found: Happening) -> Phrase:
    event = found.event
    return phrase("notices.staff.approval_declined", by=found.by or "–", why=event.why, title=found.about.title)


def _interested(found: Happening) -> ToldTo:
    return ToldTo(names=found.event.cc, people=(found.event.asked_by,))


def _asker(found: Happening) -> ToldTo:
    return ToldTo(people=(found.event.asked_by,))


_ANSWERED: Final = {"zh-CN": "您申请的审批有了结果", "en": "What you asked approval for is decided"}
MEANINGS: Final = (
    Meaning(
        key="approval_asked",
        name={"zh-CN": "有工单等您审批", "en": "A ticket waits for your approval"},
        event=events.ApprovalAwaited,
        to=lambda found: ToldTo(people=found.event.people),
        says=_asks,
        gravity=2,
        kept="duty",
        asks=("approve", "decline"),
    ),
    Meaning(
        key="approval_answered",
        name=_ANSWERED,
        event=events.ApprovalPassed,
        to=_interested,
        says=lambda found: phrase("notices.staff.approval_passed", to=_to_name(found), title=found.about.title),
        line="approval",
        gravity=1,
    ),
    Meaning(
        key="approval_answered",
        name=_ANSWERED,
        event=events.ApprovalDecided,
        concerns=lambda event: event.verdict == "declined",
        to=_interested,
        says=_outcome,
        line="approval",
        gravity=1,
    ),
    Meaning(
        key="approval_answered",
        name=_ANSWERED,
        event=events.ApprovalSentBack,
        to=lambda found: ToldTo(people=(found.event.asked_by, found.event.to)),
        says=lambda found: phrase(
            "notices.staff.approval_sent_back", by=found.by or "–", why=found.event.why, title=found.about.title
        ),
        line="approval",
        gravity=1,
    ),
    Meaning(
        key="approval_answered",
        name=_ANSWERED,
        event=events.ApprovalCancelled,
        to=_asker,
        says=lambda found: phrase(f"notices.staff.approval_cancelled_{found.event.because}", title=found.about.title),
        line="approval",
        gravity=1,
    ),
    Meaning(
        key="approval_answered",
        name=_ANSWERED,
        event=events.ApprovalUnused,
        to=_asker,
        says=lambda found: phrase("notices.staff.approval_unused", to=_to_name(found), title=found.about.title),
        line="approval",
        gravity=2,
    ),
)


def _kind(event: type[Event], change: Change, says: Any, *people: str, why: Any = "record") -> EventKind:
    return EventKind(
        event=event,
        fold=_folding(change),
        reverse=Lasts(why),
        shown=to_staff,
        says=says,
        people=_people(*people) if people else None,
    )


def _same(approval: Approval, event: Event, at: datetime) -> Approval:
    return approval


SUBJECT = Subject(
    key="approvals",
    events=(
        EventKind(
            event=events.ApprovalRequested,
            fold=_requested,
            reverse=Lasts("word"),
            shown=to_staff,
            says=_says_requested,
            people=_people("asked_by"),
        ),
        _kind(events.ApprovalAwaited, _same, _says_awaited, "people", why="told"),
        _kind(events.ApprovalDecided, _decided, _says_decided, "person_id", "instead_of", why="word"),
        _kind(events.ApprovalForwarded, _reworked, _says_forwarded, "person_id", "to", why="word"),
        EventKind(
            event=events.ApproverAdded,
            fold=_folding(_reworked),
            reverse=Lasts("word"),
            shown=to_staff,
            says=_says_added,
            people=lambda values: (one["person_id"] for one in values["round"]["votes"]),
        ),
        EventKind(
            event=events.ApproverReplaced,
            fold=_folding(_reworked),
            shown=to_staff,
            says=_says_replaced,
            people=lambda values: (values["person_id"], *(one["person_id"] for one in values["by"])),
        ),
        _kind(
            events.ApprovalSentBack,
            _over("sent_back", lambda event: event.why),
            _says_sent_back,
            "person_id",
            "to",
            why="word",
        ),
        _kind(events.ApprovalCancelled, _over("cancelled", lambda event: event.because), _says_cancelled, "people"),
        _kind(events.ApprovalPassed, _over("passed"), _says_passed, "asked_by"),
        _kind(events.ApprovalUnused, _same, _says_unused, "asked_by"),
    ),
    intents=(
        IntentKind(intent=rules.AskApproval, rule=rules.ask),
        IntentKind(intent=rules.Decide, rule=rules.decide, when_closed=True),
        IntentKind(intent=rules.Forward, rule=rules.forward),
        IntentKind(intent=rules.AddApprover, rule=rules.add),
        IntentKind(intent=rules.ReplaceApprover, rule=rules.replace_approver, when_closed=True),
        IntentKind(intent=rules.SendBack, rule=rules.send_back),
        IntentKind(intent=rules.Cancel, rule=rules.cancel, when_closed=True),
        IntentKind(intent=rules.SayUnused, rule=rules.say_unused, when_closed=True),
    ),
    guards=(
        Guard(event=TicketMoved, check=rules.let_move),
        Guard(event=TicketChanged, check=rules.let_retype),
        Guard(event=TicketUndone, check=rules.let_undo),
    ),
    offers=(
        Offer(action="approval.decide", right="ticket.read", why_not=_not_mine),
        Offer(action="approval.cancel", right="ticket.read", why_not=_not_to_withdraw),
    ),
    fields=(
        Contribution(
            key="approvers",
            type="set",
            of="person",
            name={"zh-CN": "待审批人", "en": "approvers to decide"},
            value=lambda case: [person for person, role in case.live.participants if role == DECIDES],
            sql=Members("participant", "person_id", only="m.role = 'approver'"),
        ),
    ),
    meanings=MEANINGS,
)
