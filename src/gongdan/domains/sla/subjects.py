"""What promises of time add to a ticket: that a clock warned or was broken, which level escalated it, and that another
release measures it (spec 03)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.section import Finding, unknown
from gongdan.domains.sla.events import ClockBreached, ClockWarned, PolicyApplied, TicketEscalated
from gongdan.domains.sla.promises.reactions import PROMISES
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.meaning import IN_APP, MAIL, Happening, Meaning, Phrase, ToldTo, phrase
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rules import RuleIntent, Rules
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    ActionKind,
    ActionSpot,
    Context,
    EventKind,
    Intent,
    IntentKind,
    Lasts,
    Restores,
    Subject,
    plainly,
)
from gongdan.domains.tickets.public import DECIDING, Contribution, Narrator, column, values
from gongdan.domains.tickets.subjects.telling import receivers
from gongdan.kernel.events import Event, Logged
from gongdan.kernel.text import Name


class Escalate(Intent, frozen=True):
    level: str
    ladder: str
    reason: str | None = None
    progress: str | None = None
    help_needed: str | None = None


class ApplyPolicy(Intent, frozen=True):
    """Measure the clocks by the release in force; the log says from when on it holds for the ticket."""


def _escalate(case: Case, intent: Escalate, context: Context) -> Sequence[Event]:
    level = context.rules.levels[intent.ladder, intent.level]
    return [
        TicketEscalated(
            level=intent.level,
            ladder=intent.ladder,
            colour=level.colour,
            to=receivers(level.to, case.live),
            reason=intent.reason,
            progress=intent.progress,
            help_needed=intent.help_needed,
        )
    ]


def _apply_policy(case: Case, intent: ApplyPolicy, context: Context) -> Sequence[Event]:
    return [PolicyApplied()]


def _escalated(ticket: Ticket, event: TicketEscalated, at: datetime) -> Mapping[str, Any]:
    return {"escalation": event.colour, "escalation_level": event.level}


def _escalating(action: a.EscalateAction, case: Case, rules: Rules, now: datetime) -> Iterator[Intent]:
    """Up the first ladder that is meant for this ticket and has the level."""
    for ladder in rules.bundle.ladders:
        level = rules.levels.get((ladder.key, action.level))
        if ladder.retired or level is None or level.retired:
            continue
        if ladder.when is None or rules.holds(ladder.when, values(case, rules.registry), now):
            yield Escalate(level=action.level, ladder=ladder.key)
            return


def climb_ladder(rules: Rules, case: Case, logged: Logged[Any], now: datetime) -> Iterable[RuleIntent]:
    """A level that fired does what it says, whoever fired it (spec 03, escalation)."""
    event = logged.event
    level = rules.levels.get((event.ladder, event.level)) if isinstance(event, TicketEscalated) else None
    for n, action in enumerate(level.actions if level else ()):
        for intent in rules.subjects.meant_by(action, case, rules, now):
            yield RuleIntent(f"level.{event.ladder}.{event.level}.{n}", intent)


def _no_level(action: a.EscalateAction, spot: ActionSpot) -> Iterable[Finding]:
    levels = {one.key for ladder in spot.bundle.ladders for one in ladder.levels if not one.retired}
    return unknown(f"{spot.path}.level", action.level, levels)


_WEEKDAYS: Final[dict[str, Name]] = {
    "monday": {"zh-CN": "星期一", "en": "Monday"},
    "tuesday": {"zh-CN": "星期二", "en": "Tuesday"},
    "wednesday": {"zh-CN": "星期三", "en": "Wednesday"},
    "thursday": {"zh-CN": "星期四", "en": "Thursday"},
    "friday": {"zh-CN": "星期五", "en": "Friday"},
    "saturday": {"zh-CN": "星期六", "en": "Saturday"},
    "sunday": {"zh-CN": "星期日", "en": "Sunday"},
}

_NOW: Final = (
    Contribution(
        key="now.hour",
        type="number",
        name={"zh-CN": "当前小时", "en": "hour of the day"},
        at=lambda now: now.hour,
        uses=DECIDING,
    ),
    Contribution(
        key="now.weekday",
        type="choice",
        name={"zh-CN": "当前星期", "en": "day of the week"},
        at=lambda now: tuple(_WEEKDAYS)[now.weekday()],
        choices_of=lambda bundle: _WEEKDAYS,
        uses=DECIDING,
    ),
)
"""When it is decided, in the zone of the workspace."""


def _answerable(ticket: Ticket, *, with_lead: bool) -> ToldTo:
    """Whose promise it is: the handler's, else whoever should have assigned it; from the last warning on the lead's too
    (spec 03)."""
    handler = ("assignee",) if ticket.assignee_id is not None else ("dispatcher", "creator")
    return ToldTo(names=(*handler, "lead") if with_lead else handler)


def _clock(key: str, found: Happening, **parts: str) -> Phrase:
    step = found.event.metric if found.about.assignee_id is not None else "assign"
    return phrase(
        f"notices.staff.{key}",
        metric=phrase(f"notices.metric.{found.event.metric}"),
        step=phrase(f"notices.do.{step}"),
        title=found.about.title,
        **parts,
    )


def _warning(found: Happening) -> Phrase:
    if found.event.before_s:
        return _clock("warned_before", found, minutes=str(max(found.event.before_s // 60, 1)))
    return _clock("warned", found, percent=str(found.event.percent))


def _escalation(found: Happening) -> Phrase:
    event = found.event
    level = found.rules.levels.get((event.ladder, event.level))
    named = level.name if level else {"zh-CN": event.level}
    if event.reason:
        return phrase("notices.staff.escalated_because", level=named, reason=event.reason, title=found.about.title)
    return phrase("notices.staff.escalated", level=named, title=found.about.title)


TIME: Final = "time"
"""Warnings, breaches and escalations of a ticket are told as one, the gravest of them."""


def _says_warned(values: Values, narrator: Narrator) -> str:
    before_s = values.get("before_s")
    if before_s:
        return narrator.say("events.clock_warned_before", values, minutes=max(before_s // 60, 1))
    return narrator.say("events.clock_warned", values)


def _says_escalated(values: Values, narrator: Narrator) -> str:
    level = narrator.named(narrator.rules.levels, (values["ladder"], values["level"]))
    said = narrator.say("events.escalated", level=level)
    to = values.get("to", ())
    said += narrator.say("events.told", people=narrator.persons(to)) if to else ""
    return said + narrator.say("events.noted", note=values["reason"]) if values.get("reason") else said


CLOCKS = Subject(
    key="clocks",
    events=(
        EventKind(event=ClockWarned, reverse=Lasts("time"), says=_says_warned),
        EventKind(event=ClockBreached, reverse=Lasts("time"), says=plainly("events.clock_breached")),
        EventKind(event=PolicyApplied, shown=to_staff, says=plainly("events.policy_applied")),
    ),
    intents=(IntentKind(intent=ApplyPolicy, rule=_apply_policy),),
    facets=(PROMISES,),
    meanings=(
        Meaning(
            key="warned",
            name={"zh-CN": "时限将到", "en": "A promise of time is at risk"},
            event=ClockWarned,
            concerns=lambda event: not event.only_ladder,
            to=lambda found: _answerable(found.about, with_lead=found.event.last),
            says=_warning,
            names_them=True,
            line=TIME,
        ),
        Meaning(
            key="breached",
            name={"zh-CN": "时限已超", "en": "A promise of time is broken"},
            event=ClockBreached,
            to=lambda found: _answerable(found.about, with_lead=True),
            says=lambda found: _clock("breached", found),
            names_them=True,
            line=TIME,
            gravity=1,
            kept="lead",
        ),
    ),
    fields=(
        column("next_due_at", "instant", "最近到期时间", "next due", value="next_due_at"),
        column("risk_at", "instant", "超时风险起点", "at risk since", value="risk_at"),
        column("breached", "bool", "已超时", "promise broken", value="breached", total=True),
        *_NOW,
    ),
)

ESCALATION = Subject(
    key="escalation",
    events=(
        EventKind(
            event=TicketEscalated,
            fold=_escalated,
            reverse=Restores(columns=("escalation",), along=("escalation_level",)),
            shown=to_staff,
            says=_says_escalated,
            people=lambda values: values.get("to", ()),
        ),
    ),
    fields=(column("escalation", "choice", "升级颜色", "escalation colour"),),
    intents=(IntentKind(intent=Escalate, rule=_escalate),),
    actions=(
        ActionKind(
            action=a.EscalateAction,
            intents=_escalating,
            sentence={"zh-CN": "升级到“{level}”", "en": "Escalate to “{level}”"},
            lint=_no_level,
        ),
    ),
    meanings=(
        Meaning(
            key="escalated",
            name={"zh-CN": "升级通知", "en": "A ticket is escalated"},
            event=TicketEscalated,
            to=lambda found: ToldTo(names=found.event.to),
            says=_escalation,
            names_them=True,
            line=TIME,
            gravity=2,
            urgent=True,
            kept="escalation",
            channels=frozenset({IN_APP, MAIL}),
        ),
    ),
)
