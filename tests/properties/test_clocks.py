"""The live clocks equal the recomputed ones, and both equal a simulation second by second (spec 03, clocks 1)."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import Any, Literal, get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.times.calendars import Calendar, Day
from gongdan.domains.bundle.times.sla import Metric, SlaPolicy, Target, Unit
from gongdan.domains.bundle.workflows import Phase
from gongdan.domains.sla.clocks import ClockRow, Happened, Turn, catch_up, recompute
from gongdan.domains.sla.clocks.course import elapsed, pass_points
from gongdan.domains.sla.clocks.ledger import ledger
from gongdan.domains.sla.clocks.targets import Aim
from gongdan.domains.sla.events import ClockBreached, ClockWarned
from gongdan.domains.sla.policy import CompiledSla
from gongdan.domains.sla.promises import projector
from gongdan.domains.sla.promises.facts import turn
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.kernel.events import Actor, Event, Logged
from gongdan.wiring import SUBJECTS
from tests.properties.clock_simulator import Simulator, Table

PHASES: dict[str, Phase] = {
    "new": "new", "open": "open", "wait": "waiting_customer", "hold": "waiting_internal", "resolved": "resolved",
    "closed": "closed",
}  # fmt: skip
SECOND = timedelta(seconds=1)
Place = Literal["berlin", "shanghai", "sao_paulo"]
STARTS: dict[Place, datetime] = {
    "berlin": datetime(2026, 3, 28, 23, 50, tzinfo=UTC),  # the hour from 2 to 3 is skipped
    "shanghai": datetime(2026, 2, 13, 14, 30, tzinfo=UTC),  # Saturday the 14th is worked as a Friday, the 15th is not
    "sao_paulo": datetime(2018, 11, 4, 1, 40, tzinfo=UTC),  # midnight is skipped
}


@cache
def calendar(place: Place) -> Calendar:
    night = (("00:00", "00:40"), ("01:15", "01:50"), ("02:30", "03:20"), ("22:00", "22:45"), ("23:10", "24:00"))
    short = (("00:10", "00:30"), ("03:05", "04:00"), ("23:30", "23:50"))
    week: Any = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), night) | {"sat": short, "sun": night}
    if place == "shanghai":
        days = (Day(on=date(2026, 2, 14), works_as="fri"), Day(on=date(2026, 2, 15)))
        return Calendar(key="hours", name={}, zone="Asia/Shanghai", week=week | {"sat": ()}, days=days)
    return Calendar(key="hours", name={}, week=week, zone={"berlin": "Europe/Berlin"}.get(place, "America/Sao_Paulo"))


@cache
def table(place: Place) -> Table:
    return Table(calendar(place), int((STARTS[place] - timedelta(days=1)).timestamp()), days=6)


@st.composite
def targets(draw: st.DrawFn, metric: Any) -> Target:
    unit: Unit = draw(st.sampled_from(get_args(Unit)))
    amount = draw(
        st.integers(1, 45) if "minutes" in unit else st.just(1) if unit == "working_days" else st.integers(0, 1)
    )
    stage = draw(st.sampled_from([{"status": "open"}, {"team": "a"}, {"status": "wait"}])) if metric == "stage" else {}
    return Target(
        metric=metric,
        priorities=draw(st.sampled_from([(), ("P0",), ("P1",)])),
        amount=amount,
        unit=unit,
        calendar="hours",
        warn_at=draw(st.sampled_from([(), (80,), (33, 80)])),
        warn_before_s=draw(st.sampled_from([(), (90,)])) if unit != "working_days" else (),
        **stage,
    )


@st.composite
def policies(draw: st.DrawFn, key: str) -> SlaPolicy:
    metrics = draw(st.lists(st.sampled_from(METRICS), min_size=3, max_size=8))
    return SlaPolicy(
        key=key,
        name={},
        targets=tuple(draw(targets(metric)) for metric in metrics),
        pause_phases=draw(st.sampled_from([("waiting_customer",), (), ("waiting_customer", "waiting_internal")])),
        on_retarget=draw(st.sampled_from(["from_start", "from_now"])),
        on_reopen=draw(st.sampled_from(["resume", "new_cycle"])),
    )


METRICS: tuple[Metric, ...] = ("first_response", "next_response", "update", "accept", "stage", "resolution")
actions = st.one_of(
    st.tuples(
        st.just("move"), st.sampled_from(list(PHASES)), st.sampled_from(["solved", "timed_out", "confirmed", None])
    ),
    st.tuples(st.just("move"), st.sampled_from(["open", "wait"]), st.none()),
    st.tuples(st.just("message"), st.sampled_from(["customer", "agent", "ai", "automatic"]), st.booleans()),
    st.tuples(st.just("message"), st.sampled_from(["customer", "agent"]), st.just(False)),
    st.tuples(st.just("note")),
    st.tuples(st.just("assign"), st.sampled_from([None, 7, 8])),
    st.tuples(st.just("accept")),
    st.tuples(st.just("team"), st.sampled_from([None, "a", "b"])),
    st.tuples(st.just("priority"), st.sampled_from(["P0", "P1"])),
)
commands = st.tuples(
    st.integers(0, 1500),
    st.lists(actions, min_size=1, max_size=3),
    st.sampled_from(["A", "A", "B", None]),
    st.booleans(),
)
histories = st.tuples(
    st.sampled_from(list(STARTS)),
    st.booleans(),
    policies("A"),
    policies("B"),
    st.lists(commands, min_size=2, max_size=12),
)


class Life:
    """Plays a history into the log, the live clocks and, if it is ``simulated``, the simulator, which counts every
    second and costs the most."""

    def __init__(self, place: Place, by_agent: bool, a: SlaPolicy, b: SlaPolicy, *, simulated: bool) -> None:
        self.compiled = CompiledSla(PolicyBundle(calendars=(calendar(place),), sla=(a, b)))
        self.now = STARTS[place]
        self.simulator = Simulator(table(place), {"A": a, "B": b}, now=int(self.now.timestamp()), policy="A")
        self.simulated = simulated
        self.ticket: Ticket | None = None
        self.rows: dict[tuple[str, int], ClockRow] = {}
        self.happened: list[Happened] = []
        self.turns: list[Turn] = []
        self.by_agent = by_agent
        self.id = 0

    def command(self, gap: int, wanted: list[tuple[Any, ...]], policy: str | None, sweep: bool) -> None:
        self.now += gap * SECOND + timedelta(microseconds=1)
        self.simulate()
        self.simulator.policy = policy
        if sweep:
            self.fire()
        before, events = self.ticket, []
        if before is None:
            events.append(self.log(self.opening()))
            self.simulator.open(self.by_agent)
            self.simulator.stand()
        for want in wanted:
            if event := self.event(want):
                events.append(self.log(event))
        if not events:
            events.append(self.log(e.TicketTagged(added=("x",))))
        self.simulator.stand()
        self.simulator.retarget()
        self.play(before, events, policy)

    def simulate(self) -> None:
        """Let the seconds pass until now."""
        if self.simulated:
            self.simulator.until(int(self.now.timestamp()))

    def play(self, before: Ticket | None, events: list[Logged[Any]], policy: str | None) -> None:
        assert self.ticket is not None
        rows = msgspec.json.decode(msgspec.json.encode(list(self.rows.values())), type=list[ClockRow])
        done = projector.project(
            before, self.ticket, events, rows, self.compiled, policy, ladder_key=None, pauses=pauses, fold=SUBJECTS.fold
        )
        self.keep(done.rows)
        self.happened += done.happened
        goals = self.compiled.goals(policy, self.ticket.priority, None)
        self.turns.append(turn(before, events, fold=SUBJECTS.fold, goals=goals, pauses=pauses))

    def fire(self) -> None:
        """The sweep: every timer that is due, each at its own instant."""
        for row in self.rows.values():
            while row.next_at and row.next_at <= self.now:
                row, happened = pass_points(row, row.next_at)
                self.happened += happened
            self.keep([row])

    def keep(self, rows: list[ClockRow]) -> None:
        self.rows |= {(row.metric, row.cycle): row for row in rows}

    def log(self, event: Event) -> Logged[Any]:
        self.id += 1
        version = self.ticket.version + 1 if self.ticket else 1
        logged: Logged[Any] = Logged(
            workspace_id=1, stream="ticket", stream_id=1, seq=version, id=self.id, at=self.now, event=event,
            actor=Actor(kind="system", via="worker"), command_id=1, cause=None, depth=0, release=1,
        )  # fmt: skip
        self.ticket = SUBJECTS.fold(self.ticket, logged)
        return logged

    def opening(self) -> e.TicketOpened:
        return e.TicketOpened(
            number="1", title="", type="t", category=None, priority="P0", status="new", phase="new", workflow="w",
            requester_id=1, channel="api", by_agent=self.by_agent,
        )  # fmt: skip

    def event(self, want: tuple[Any, ...]) -> Event | None:
        """The event of an action, told to the simulator too; None where it makes no sense now."""
        ticket, sim = self.ticket, self.simulator
        assert ticket is not None
        match want:
            case ("move", status, reason) if status != ticket.status and not (
                ticket.phase == "closed" and status in ("wait", "hold", "resolved")
            ):
                sim.moved(status, PHASES[status], reason)
                made: Event = e.TicketMoved(
                    before=ticket.status,
                    after=status,
                    before_phase=ticket.phase,
                    after_phase=PHASES[status],
                    reason=reason,
                )
            case ("message", author, machine) if ticket.created_at != self.now:
                if not machine and author == "customer":
                    sim.customer_wrote()
                if not machine and author == "agent":
                    sim.agent_replied()
                made = e.MessageAdded(
                    message_id=1, conversation_id=1, audience="customer", author=author, machine=machine
                )
            case ("note",):
                made = e.MessageAdded(message_id=1, conversation_id=1, audience="internal", author="agent")
            case ("assign", to) if to != ticket.assignee_id:
                sim.assigned(to)
                made = e.TicketAssigned(before=ticket.assignee_id, after=to, way="hand")
            case ("accept",):
                sim.end(sim.live("accept"), "met")
                made = e.TicketAccepted(by=7)
            case ("team", team) if team != ticket.team:
                sim.team = team
                sim.stages()
                made = e.TicketTeamSet(before=ticket.team, after=team)
            case ("priority", priority) if priority != ticket.priority:
                sim.priority = priority
                return e.TicketChanged(before={"priority": ticket.priority}, after={"priority": priority})
            case _:
                return None
        sim.stand()
        return made


def pauses(status: str) -> tuple[str, ...] | None:
    return ("resolution",) if status == "hold" else None


def play(history: Any, *, simulated: bool = False) -> Life:
    place, by_agent, a, b, steps = history
    life = Life(place, by_agent, a, b, simulated=simulated)
    life.command(0, [], "A", False)
    for step in steps:
        life.command(*step)
    life.now += 1800 * SECOND
    life.simulate()
    return life


def live(life: Life) -> tuple[list[ClockRow], list[Happened]]:
    last = catch_up(tuple(life.rows.values()), life.now)
    return _sorted(last.book), [*life.happened, *last.happened]


def _sorted(rows: Any) -> list[ClockRow]:
    return sorted(rows, key=lambda row: (row.metric, row.cycle))


def _aim(life: Life, row: ClockRow) -> Aim | None:
    return Aim(row.goal, life.compiled.calendars.get(row.goal.calendar or "")) if row.goal else None


@settings(max_examples=150, deadline=None)
@given(histories)
def test_live_clocks_equal_recomputed_ones(history: Any) -> None:
    life = play(history)
    rows, happened = live(life)
    again = recompute(1, life.turns, life.now)
    assert rows == _sorted(again.book)
    assert sorted(map(repr, happened)) == sorted(map(repr, again.happened))


@settings(max_examples=250, deadline=None)
@given(histories)
def test_live_clocks_equal_a_simulation_second_by_second(history: Any) -> None:
    life = play(history, simulated=True)
    rows, happened = live(life)
    clocks = {(clock.metric, clock.cycle): clock for clock in life.simulator.clocks}
    assert {(row.metric, row.cycle) for row in rows} == set(clocks)
    for row in rows:
        clock = clocks[row.metric, row.cycle]
        stamps = [t and int(t.timestamp()) for t in (row.started_at, row.met_at, row.breached_at)]
        assert stamps == [clock.started, clock.met, clock.breached], row
        assert (row.state, row.breach_cause, row.subject) == (clock.state, clock.cause, clock.subject)
        if aim := _aim(life, row):
            assert elapsed(row, aim, life.now) == clock.elapsed
    told = {(one.event.metric, one.event.cycle, _point(one.event), int(one.at.timestamp())) for one in happened}
    assert told == life.simulator.happened
    assert len(told) == len(happened)


@settings(max_examples=150, deadline=None)
@given(histories)
def test_a_clock_is_at_risk_from_its_last_warning_point_or_its_breach(history: Any) -> None:
    life = play(history)
    for row in live(life)[0]:
        assert row.risk_at == _risk(row, _aim(life, row)), row


def _risk(row: ClockRow, aim: Aim | None) -> datetime | None:
    """From the definition: unmet, running and past the last warning point of its target, or breached."""
    if row.state not in ("running", "paused"):
        return None
    found = [row.breached_at] if row.breached_at else []
    if row.state == "running" and aim and row.due_at and row.counts_from and row.goal:
        allowance = aim.allowance(row.counts_from)
        assert allowance is not None
        points = [_first(row, aim, point, allowance, row.due_at) for point in row.goal.warnings]
        found.append(max(points, default=row.due_at))
    return min(found, default=None)


def _first(row: ClockRow, aim: Aim, point: int, allowance: Any, due: datetime) -> datetime:
    """The first second at which a point is behind the elapsed time, by halving the clock's life."""
    threshold = aim.threshold(point, allowance)
    assert threshold is not None and row.counts_from is not None
    low, high = row.counts_from - SECOND, due
    while high - low > SECOND:
        middle = low + ((high - low) // 2 // SECOND) * SECOND
        low, high = (low, middle) if elapsed(row, aim, middle) >= threshold else (middle, high)
    return high


@settings(max_examples=150, deadline=None)
@given(histories)
def test_a_ledger_tiles_the_life_of_its_clock_and_accounts_for_its_time(history: Any) -> None:
    life = play(history)
    for row in live(life)[0]:
        if row.started_at is None:
            continue
        hours = life.compiled.hours_of(row.goal)
        entries = ledger(row, hours, life.now)
        end = (row.segments[-1].end or life.now).replace(microsecond=0)
        edges = [(entry.start, entry.end.replace(microsecond=0)) for entry in entries]
        assert all(start < stop or stop == end for start, stop in edges)
        if row.started_at < end:
            assert edges[0][0] == row.started_at and edges[-1][1] == end
            assert all(a[1] == b[0] for a, b in pairwise(edges))
        aim = _aim(life, row)
        if aim and not aim.is_in_days and row.counts_from == row.started_at:
            ran = sum(
                (stop - start for (start, stop), x in zip(edges, entries, strict=True) if x.kind == "running"),
                timedelta(),
            )
            assert ran.total_seconds() == elapsed(row, aim, life.now)


def _point(event: ClockWarned | ClockBreached) -> int:
    if isinstance(event, ClockBreached):
        return 100
    return -event.before_s if event.before_s else event.percent
