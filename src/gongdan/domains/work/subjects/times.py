"""Recorded time (工时): how long somebody worked on a ticket, by their own word or by a watch that they started. One
watch runs for a person; who forgets it finds it stopped, and is told to say how long it really was."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from gongdan.conditions.fields import Column
from gongdan.domains.bundle.types import WorkKind
from gongdan.domains.bundle.workflows import ENDED
from gongdan.domains.tickets.engine.model import WorkTime
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    EventKind,
    Guard,
    Intent,
    IntentKind,
    Lasts,
    Offer,
    Restores,
    unless_closed,
)
from gongdan.domains.tickets.events import TicketChanged, TicketMoved
from gongdan.domains.tickets.public import (
    Case,
    Context,
    Contribution,
    FieldColumn,
    Happening,
    Meaning,
    Narrator,
    RuleIntent,
    Rules,
    Subject,
    Ticket,
    ToldTo,
    phrase,
)
from gongdan.domains.work.errors import TimeMissing, TimeNotFound, TooManyTimes
from gongdan.domains.work.solving import is_by_hand
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.kernel.errors import FieldFault, Invalid
from gongdan.kernel.events import Event, Logged

OWNER: Final = "work"
LONGEST: Final = 24 * 60
"""Minutes of one entry."""
FORGOTTEN: Final = timedelta(hours=10)
"""A watch that runs so long is stopped."""
OLDEST: Final = timedelta(days=366)
MOST: Final = 500
"""Entries of one ticket."""


class TimeStarted(Event, frozen=True, kw_only=True, tag="ticket.time_started"):
    """Somebody's watch runs."""

    person_id: int


class TimeStopped(Event, frozen=True, kw_only=True, tag="ticket.time_stopped"):
    """The watch was stopped; what it showed is recorded as an entry."""

    person_id: int
    forgotten: bool = False
    """It ran too long to be true."""


class TimeRecorded(Event, frozen=True, kw_only=True, tag="ticket.time_recorded"):
    """An entry is made, or says something else now."""

    entry_id: int
    person_id: int
    minutes: int
    day: date
    work_kind: str | None = None
    note: str = ""
    before: int | None = None
    """The minutes that it said before; None: it is new."""


class TimeRemoved(Event, frozen=True, kw_only=True, tag="ticket.time_removed"):
    entry_id: int
    person_id: int
    minutes: int


class PutRunning(msgspec.Struct, frozen=True, kw_only=True):
    """Effect: since when somebody's watch runs on a ticket; None: it does not."""

    ticket_id: int
    person_id: int
    since: datetime | None


class StartTime(Intent, frozen=True):
    """Start one's watch; nothing where it runs on this ticket."""


class StopTime(Intent, frozen=True):
    """Stop somebody's watch and record what it showed; nothing where none runs."""

    person_id: int
    entry_id: int
    today: date
    forgotten: bool = False
    """Only if it runs too long."""


class RecordTime(Intent, frozen=True):
    """Say how long one worked; of an entry that is one's own already, say it anew."""

    entry_id: int
    minutes: int
    day: date
    work_kind: str | None
    """A key of the policy's ``work_kinds``; None: nobody said."""
    note: str
    today: date
    is_new: bool = True


class RemoveTime(Intent, frozen=True):
    entry_id: int


def _start(case: Case, intent: StartTime, context: Context) -> Sequence[Event]:
    return [] if str(context.me) in case.live.timing else [TimeStarted(person_id=context.me)]


def _stop(case: Case, intent: StopTime, context: Context) -> Sequence[Event]:
    since = case.live.timing.get(str(intent.person_id))
    if since is None or (intent.forgotten and context.now < since + FORGOTTEN):
        return []
    stopped = TimeStopped(person_id=intent.person_id, forgotten=intent.forgotten)
    if len(case.live.times) >= MOST:
        return [stopped]
    shown = min(context.now - since, FORGOTTEN)
    minutes = max(1, -(-shown // timedelta(minutes=1)))
    entry = TimeRecorded(entry_id=intent.entry_id, person_id=intent.person_id, minutes=minutes, day=intent.today)
    return [stopped, entry]


def _record(case: Case, intent: RecordTime, context: Context) -> Sequence[Event]:
    known = case.live.times.get(str(intent.entry_id))
    if not intent.is_new and (known is None or known.person_id != context.me):
        raise TimeNotFound()
    if intent.is_new and len(case.live.times) >= MOST:
        raise TooManyTimes(most=MOST)
    if not 1 <= intent.minutes <= LONGEST:
        raise Invalid(faults=(FieldFault("minutes", "work.minutes", {"most": LONGEST}),))
    if not intent.today - OLDEST <= intent.day <= intent.today:
        raise Invalid(faults=(FieldFault("day", "work.day"),))
    kept = known.work_kind if known else None
    if intent.work_kind not in {None, kept, *(one.key for one in kinds_of(context.rules))}:
        raise Invalid(faults=(FieldFault("work_kind", "unknown_key", {"key": intent.work_kind}),))
    if known is not None and _said(known) == _said(intent):
        return []
    return [
        TimeRecorded(
            entry_id=intent.entry_id,
            person_id=context.me,
            minutes=intent.minutes,
            day=intent.day,
            work_kind=intent.work_kind,
            note=intent.note,
            before=known.minutes if known else None,
        )
    ]


def _said(one: WorkTime | RecordTime) -> tuple[int, date, str | None, str]:
    return one.minutes, one.day, one.work_kind, one.note


def kinds_of(rules: Rules) -> list[WorkKind]:
    """What time can be recorded as spent on, in its order."""
    return [one for one in rules.bundle.work_kinds if not one.retired]


def lacks_time(ticket: Ticket, rules: Rules) -> bool:
    """Whether its type asks for recorded time before it is resolved, and there is none. A watch that runs is recorded
    when the ticket ends."""
    kind = rules.types.get(ticket.type)
    return kind is not None and kind.needs_time and not ticket.times and not ticket.timing


def _recorded_before(case: Case, event: TicketMoved, context: Context) -> None:
    if is_by_hand(event, context) and lacks_time(case.live, context.rules):
        raise TimeMissing()


def _recorded_there_too(case: Case, event: TicketChanged, context: Context) -> None:
    """What was solved as another type does not become one whose time nobody recorded."""
    if context.actor.kind != "staff" or case.live.phase != "resolved" or "type" not in event.after:
        return
    if lacks_time(replace(case.live, type=event.after["type"]), context.rules):
        raise TimeMissing()


def _stays_recorded(case: Case, event: TimeRemoved, context: Context) -> None:
    """The last entry of what was solved with it is corrected, not removed."""
    rest = {id: one for id, one in case.live.times.items() if id != str(event.entry_id)}
    if case.live.phase in ENDED and lacks_time(replace(case.live, times=rest), context.rules):
        raise TimeMissing()


def _remove(case: Case, intent: RemoveTime, context: Context) -> Sequence[Event]:
    known = case.live.times.get(str(intent.entry_id))
    if known is None or known.person_id != context.me:
        raise TimeNotFound()
    return [TimeRemoved(entry_id=intent.entry_id, person_id=known.person_id, minutes=known.minutes)]


def _with(times: Mapping[str, WorkTime]) -> Mapping[str, Any]:
    """Lists ask for the sum."""
    return {"times": times, "worked": sum(one.minutes for one in times.values())}


def _recorded(ticket: Ticket, event: TimeRecorded, at: datetime) -> Mapping[str, Any]:
    entry = WorkTime(
        person_id=event.person_id,
        minutes=event.minutes,
        day=event.day,
        work_kind=event.work_kind,
        note=event.note,
        at=at,
    )
    return _with({**ticket.times, str(event.entry_id): entry})


def _removed(ticket: Ticket, event: TimeRemoved, at: datetime) -> Mapping[str, Any]:
    return _with({id: one for id, one in ticket.times.items() if id != str(event.entry_id)})


def _started(ticket: Ticket, event: TimeStarted, at: datetime) -> Mapping[str, Any]:
    return {"timing": {**ticket.timing, str(event.person_id): at}}


def _stopped(ticket: Ticket, event: TimeStopped, at: datetime) -> Mapping[str, Any]:
    return {"timing": {who: since for who, since in ticket.timing.items() if who != str(event.person_id)}}


def stop_at_the_end(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterator[RuleIntent]:
    """Decider: on what is solved or closed nobody's watch runs on."""
    event = logged.event
    if isinstance(event, TicketMoved) and event.after_phase in ENDED:
        today = now.astimezone(ZoneInfo(rules.zone)).date()
        for n, who in enumerate(sorted(case.live.timing)):
            # An entry needs an id of its own: that of the event that ended the ticket is nobody's entry.
            yield RuleIntent(f"time.{who}", StopTime(person_id=int(who), entry_id=logged.id + n, today=today))


def project_watches(
    rules: Rules, before: Case | None, after: Case, happened: Sequence[Logged[Any]], now: datetime
) -> Iterator[SetTimer | CancelTimer | PutRunning]:
    """Projector: the row of a running watch, and the timer at which it is forgotten."""
    had, runs = before.live.timing if before else {}, after.live.timing
    for who in sorted(had.keys() ^ runs.keys()):
        since, key = runs.get(who), f"time.{who}"
        yield PutRunning(ticket_id=after.live.id, person_id=int(who), since=since)
        if since is None:
            yield CancelTimer(owner=OWNER, subject=after.live.id, key=key)
        else:
            generation = after.live.version
            yield SetTimer(
                owner=OWNER, subject=after.live.id, key=key, generation=generation, fire_at=since + FORGOTTEN
            )


def _says_recorded(values: Values, narrator: Narrator) -> str:
    key = "events.time_recorded" if values.get("before") is None else "events.time_corrected"
    return narrator.say(key, values, before=values.get("before") or 0)


def _says_stopped(values: Values, narrator: Narrator) -> str:
    key = "events.time_forgotten" if values.get("forgotten") else "events.time_stopped"
    return narrator.say(key, person=narrator.person(values["person_id"]))


def _forgetful(found: Happening) -> ToldTo:
    return ToldTo(people=(found.event.person_id,))


def _of_one(values: Values) -> list[Any]:
    return [values.get("person_id")]


_ENTRIES = Restores(columns=("times", "worked"))

SUBJECT: Final = Subject(
    key="recorded_time",
    events=(
        EventKind(
            event=TimeStarted,
            fold=_started,
            reverse=Lasts("time"),
            shown=to_staff,
            says=lambda values, narrator: narrator.say("events.time_started"),
            people=_of_one,
        ),
        EventKind(
            event=TimeStopped,
            fold=_stopped,
            reverse=Lasts("time"),
            shown=to_staff,
            says=_says_stopped,
            people=_of_one,
        ),
        EventKind(
            event=TimeRecorded, fold=_recorded, reverse=_ENTRIES, shown=to_staff, says=_says_recorded, people=_of_one
        ),
        EventKind(
            event=TimeRemoved,
            fold=_removed,
            reverse=_ENTRIES,
            shown=to_staff,
            says=lambda values, narrator: narrator.say("events.time_removed", values),
            people=_of_one,
        ),
    ),
    intents=(
        IntentKind(intent=StartTime, rule=_start),
        IntentKind(intent=StopTime, rule=_stop, when_closed=True, when_away=True),
        IntentKind(intent=RecordTime, rule=_record, when_closed=True),
        IntentKind(intent=RemoveTime, rule=_remove, when_closed=True),
    ),
    guards=(
        Guard(event=TicketMoved, check=_recorded_before),
        Guard(event=TicketChanged, check=_recorded_there_too),
        Guard(event=TimeRemoved, check=_stays_recorded),
    ),
    offers=(
        Offer(action="ticket.time", right="ticket.note", why_not=unless_closed),
        Offer(action="ticket.record_time", right="ticket.note", why_not=lambda case, context: None),
    ),
    fields=(
        Contribution(
            key="worked",
            type="number",
            name={"zh-CN": "工时（分钟）", "en": "recorded minutes"},
            value=lambda case: case.live.worked,
            sql=Column("t.worked", is_total=True),
            shown=FieldColumn(sorts=True),
        ),
    ),
    meanings=(
        Meaning(
            key="time_forgotten",
            name={"zh-CN": "您的计时忘了停", "en": "Your watch ran too long"},
            event=TimeStopped,
            concerns=lambda event: event.forgotten,
            to=_forgetful,
            says=lambda found: phrase("notices.staff.time_forgotten", title=found.about.title),
            gravity=1,
        ),
    ),
)
