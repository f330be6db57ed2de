"""Ticket events into clocks, timers and levels; all with the ticket's own fold."""

from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec

from gongdan.domains.bundle.times.ladders import AfterLevel, Ladder, Level, OnClock, OnUnassigned
from gongdan.domains.sla.clocks import ClockRow
from gongdan.domains.sla.clocks.course import pass_points
from gongdan.domains.sla.clocks.ledger import ledger
from gongdan.domains.sla.events import TicketEscalated
from gongdan.domains.sla.promises.ladders import LadderRow, begin, follow, levels_due
from gongdan.domains.sla.promises.projector import Projection, caught_up, project, timer_key
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.kernel.events import Actor, Event, Logged
from gongdan.wiring import SUBJECTS
from tests.domains.sla.kit import at, calendar, compiled, day, minutes

MIN = timedelta(minutes=1)
START = at("2026-11-20 10:00")
OPENED = e.TicketOpened(
    number="GD-1", title="", type="support", category=None, priority="P2", status="new", phase="new", workflow="w",
    requester_id=1, channel="portal",
)  # fmt: skip
ASKED = e.MessageAdded(message_id=1, conversation_id=1, audience="customer", author="customer", author_id=1)
REPLIED = e.MessageAdded(message_id=2, conversation_id=1, audience="customer", author="agent", author_id=7)


def level(key: str, on: OnUnassigned | OnClock | AfterLevel | None) -> Level:
    return Level(key=key, name={}, on=on, to=("lead",), colour="red")


LADDER = Ladder(
    key="s0",
    name={},
    levels=(
        level("L1", OnUnassigned(after_s=1800)),
        level("L2", OnClock(metric="resolution", percent=80, phases=("open",))),
        level("L3", OnClock(metric="resolution", percent=100)),
        level("L4", AfterLevel(level="L3", after_s=1800)),
    ),
)


class Desk:
    """A ticket with its clocks and ladder, as the write path would keep them."""

    def __init__(self) -> None:
        self.release = compiled(
            minutes("first_response", 30), minutes("resolution", 120, warn_at=(50,)), ladders=(LADDER,)
        )
        self.ticket: Ticket | None = None
        self.rows: dict[str, ClockRow] = {}
        self.ladder = LadderRow(unassigned_at=None)
        self.last = Projection(rows=[], dropped=[], timers=[], happened=[])

    def did(self, minute: float, *events: Event, by: Literal["staff", "system"] = "system") -> "Desk":
        before, logged = self.ticket, []
        for event in events:
            seq = self.ticket.version + 1 if self.ticket else 1
            logged.append(log(event, START + minute * MIN, seq, by))
            self.ticket = SUBJECTS.fold(self.ticket, logged[-1])
        assert self.ticket is not None
        self.last = project(
            before, self.ticket, logged, list(self.rows.values()), self.release, "standard",
            fold=SUBJECTS.fold, ladder_key="s0", pauses=lambda status: ("resolution",) if status == "hold" else None,
        )  # fmt: skip
        self.rows |= {timer_key(row): row for row in self.last.rows}
        self.ladder = self.ladder if before else begin(None, logged[0].at)
        self.ladder = follow(self.ladder, LADDER, logged, list(self.rows.values()))
        return self

    def due(self) -> list[tuple[str, float]]:
        assert self.ticket is not None
        found = levels_due(self.ladder, LADDER, self.ticket, list(self.rows.values()))
        return [(one.level, (one.at - START) / MIN) for one in found]


def log(event: Event, when: datetime, seq: int, by: Literal["staff", "system"]) -> Logged[Any]:
    return Logged(
        workspace_id=1, stream="ticket", stream_id=1, seq=seq, id=100 + seq, actor=Actor(kind=by, via="web"),
        command_id=1, cause=None, depth=0, release=1, at=when, event=event,
    )  # fmt: skip


def moved(to: str, phase: Any, reason: Any = None) -> e.TicketMoved:
    return e.TicketMoved(before="", after=to, before_phase="open", after_phase=phase, reason=reason)


def assigned(to: int | None) -> e.TicketAssigned:
    return e.TicketAssigned(before=None, after=to, way="hand")


def test_opening_sets_the_clocks_and_one_timer_each_at_its_next_point() -> None:
    desk = Desk().did(0, OPENED, ASKED)
    timers = {timer.key: timer.fire_at for timer in desk.last.timers}
    assert timers == {"first_response.1": START + 30 * MIN, "resolution.1": START + 60 * MIN}


def test_machines_notes_and_automatic_replies_answer_nothing() -> None:
    desk = Desk().did(0, OPENED, ASKED)
    for silent in (
        msgspec.structs.replace(REPLIED, machine=True),
        msgspec.structs.replace(REPLIED, author="ai"),
        msgspec.structs.replace(REPLIED, author="automatic"),
        msgspec.structs.replace(REPLIED, audience="internal"),
    ):
        desk.did(5, silent)
        assert desk.rows["first_response.1"].state == "running"
    assert desk.did(6, REPLIED).rows["first_response.1"].state == "met"
    assert [(timer.key, timer.fire_at) for timer in desk.last.timers] == [("first_response.1", None)]


def test_the_opening_message_of_an_agents_ticket_is_no_answer() -> None:
    desk = Desk().did(0, msgspec.structs.replace(OPENED, by_agent=True), REPLIED)
    assert desk.rows["first_response.1"].state == "not_started"


def test_a_status_of_the_workflow_can_hold_single_metrics() -> None:
    desk = Desk().did(0, OPENED, ASKED).did(10, moved("hold", "waiting_internal"))
    assert (desk.rows["resolution.1"].state, desk.rows["first_response.1"].state) == ("paused", "running")


def test_only_changed_clocks_are_written() -> None:
    desk = Desk().did(0, OPENED, ASKED).did(3, e.TicketTagged(added=("vip",)))
    assert (desk.last.rows, desk.last.timers, desk.last.happened) == ([], [], [])


def test_what_happened_is_not_told_twice() -> None:
    desk = Desk().did(0, OPENED, ASKED)
    now = START + 70 * MIN
    found = caught_up(list(desk.rows.values()), now, version=1)
    assert [(type(one.event).__name__, one.at) for one in found.happened] == [
        ("ClockBreached", START + 30 * MIN),
        ("ClockWarned", START + 60 * MIN),
    ]
    assert desk.did(70, *(one.event for one in found.happened), REPLIED).last.happened == []
    assert desk.rows["first_response.1"].breached_at == START + 30 * MIN


def test_a_timer_that_is_no_longer_expected_finds_nothing() -> None:
    row = Desk().did(0, OPENED, ASKED).did(10, REPLIED).rows["first_response.1"]
    assert pass_points(row, START + 30 * MIN) == (row, [])


def test_firing_a_timer_dates_the_breach_at_the_due_instant() -> None:
    row, happened = pass_points(Desk().did(0, OPENED, ASKED).rows["first_response.1"], START + 30 * MIN)
    assert row.breached_at == happened[0].event.due_at == START + 30 * MIN


def test_instants_are_floored_to_whole_seconds() -> None:
    row = Desk().did(0.5 / 60, OPENED, ASKED).rows["first_response.1"]
    assert row.started_at == START


def test_a_clock_survives_storage_unchanged() -> None:
    for row in Desk().did(0, OPENED, ASKED).did(10, moved("wait", "waiting_customer")).rows.values():
        assert msgspec.json.decode(msgspec.json.encode(row), type=ClockRow) == row


def test_an_unassigned_ticket_is_escalated_after_its_limit_once_for_each_wait() -> None:
    desk = Desk().did(0, OPENED, ASKED)
    assert desk.due() == [("L1", 30)]
    assert desk.did(30, escalated("L1")).due() == []
    assert desk.did(40, assigned(7)).did(50, assigned(None)).due() == [("L1", 80)]


def test_a_level_on_a_clock_waits_for_its_phase_and_fires_once_for_that_clock() -> None:
    desk = Desk().did(0, OPENED, ASKED, assigned(7)).did(100, e.TicketTagged(added=("x",)))
    assert desk.due() == []
    assert desk.did(101, moved("open", "open")).due() == [("L2", 101)]
    desk.did(101, escalated("L2")).did(102, moved("done", "resolved")).did(103, moved("open", "open"))
    assert desk.due() == []


def test_a_level_after_another_fires_only_if_nothing_was_done_since() -> None:
    idle = Desk().did(0, OPENED, ASKED, assigned(7)).did(120, escalated("L3"))
    assert ("L4", 150) in idle.due()
    assert ("L4", 150) not in idle.did(130, REPLIED, by="staff").due()


def test_an_ended_ticket_escalates_nothing() -> None:
    assert Desk().did(0, OPENED, ASKED).did(10, moved("done", "resolved")).due() == []


def test_a_ledger_names_the_rule_of_every_closed_hour() -> None:
    holiday = day("2026-11-23", name={"zh-CN": "停业", "en": "Closed"}, source="notice")
    row = Desk().did(0, OPENED, ASKED).did(60, moved("wait", "waiting_customer")).did(90, moved("open", "open"))
    entries = ledger(row.rows["resolution.1"], calendar(None, holiday), at("2026-11-24 10:00"))
    assert [(x.kind, x.start, x.rule and (x.rule.kind, x.rule.weekday)) for x in entries] == [
        ("running", START, None),
        ("paused", START + 60 * MIN, None),
        ("running", START + 90 * MIN, None),
        ("outside_hours", at("2026-11-20 18:00"), ("week", "fri")),
        ("outside_hours", at("2026-11-21 00:00"), ("week", "sat")),
        ("outside_hours", at("2026-11-22 00:00"), ("week", "sun")),
        ("outside_hours", at("2026-11-23 00:00"), ("closed", "mon")),
        ("outside_hours", at("2026-11-24 00:00"), ("week", "tue")),
        ("running", at("2026-11-24 09:00"), None),
    ]
    assert entries[1].cause.kind == "ticket.moved"


def escalated(key: str) -> TicketEscalated:
    return TicketEscalated(level=key, ladder="s0", colour="red")
