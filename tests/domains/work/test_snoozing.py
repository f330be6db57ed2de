"""Snoozes and reminders: whose they are, when they end, what becomes of them (spec 02)."""

from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdan import wiring
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.engine.rules import RuleIntent
from gongdan.domains.tickets.engine.undoing import HISTORY
from gongdan.domains.tickets.errors import TicketClosed
from gongdan.domains.work.errors import TooManyReminders
from gongdan.domains.work.subjects.snoozing import (
    MOST_REMINDERS,
    OWNER,
    DropReminder,
    PutOff,
    SetReminder,
    TellReminder,
    Wake,
    project_snoozes,
)
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.infra.timers.fire import DueTimer
from gongdan.kernel.errors import Invalid
from gongdan.wiring import SUBJECTS
from tests.domains.notifications.kit import deliver
from tests.domains.tickets.life import AGENT, LEAD, OTHER, SYSTEM, TEAM_LEAD, Life
from tests.kit import Office


def at_work() -> Life:
    life = Life()
    life.assign()
    life.accept()
    return life


def timers(life: Life) -> list[tuple[str, str]]:
    return [
        (type(one).__name__, one.key)
        for one in life.effects
        if isinstance(one, SetTimer | CancelTimer) and one.owner == OWNER
    ]


def put_off(life: Life, hours: float | None = 3, by: int = AGENT) -> list[str]:
    return life.do(PutOff(until=None if hours is None else life.now + timedelta(hours=hours)), by=by)


def test_it_leaves_and_comes_back_on_time() -> None:
    life = at_work()
    assert put_off(life) == ["ticket.snoozed"]
    assert life.ticket.snoozed_by == (AGENT,)
    assert timers(life) == [("SetTimer", f"snooze.{AGENT}")]
    assert life.do(RuleIntent(f"snooze.{AGENT}", Wake(person_id=AGENT, why="time")), by=None, who=SYSTEM) == [], (
        "not before its time"
    )
    assert (
        life.later(hours=3).do(RuleIntent(f"snooze.{AGENT}", Wake(person_id=AGENT, why="time")), by=None, who=SYSTEM)[
            -1
        ]
        == "ticket.woken"
    )
    assert (life.ticket.snoozed_by, life.ticket.snoozes) == ((), {})
    assert life.do(RuleIntent(f"snooze.{AGENT}", Wake(person_id=AGENT, why="time")), by=None, who=SYSTEM) == [], (
        "nor twice"
    )


def test_a_later_one_replaces_it_and_the_same_one_changes_nothing() -> None:
    life = at_work()
    put_off(life)
    assert put_off(life) == []
    assert put_off(life, 5) == ["ticket.snoozed"]
    assert timers(life) == [("SetTimer", f"snooze.{AGENT}")]
    assert put_off(life, None) == ["ticket.snoozed"]
    assert timers(life) == [("CancelTimer", f"snooze.{AGENT}")]
    assert life.do(Wake(person_id=AGENT, why="self")) == ["ticket.woken"]
    assert life.do(Wake(person_id=AGENT, why="self")) == []


@pytest.mark.parametrize("hours", [-1.0, 0.0, 24.0 * 367])
def test_what_is_past_or_too_far_is_refused(hours: float) -> None:
    with pytest.raises(Invalid):
        put_off(at_work(), hours)
    life = at_work()
    with pytest.raises(Invalid):
        life.do(SetReminder(reminder_id=1, due_at=life.now + timedelta(hours=hours), text="x"))


def test_the_customer_ends_it_for_everybody_and_a_machine_for_nobody() -> None:
    life = at_work()
    put_off(life)
    put_off(life, None, by=LEAD)
    life.customer_writes(machine=True)
    assert life.ticket.snoozed_by == (AGENT, LEAD)
    assert life.customer_writes().count("ticket.woken") == 2
    assert life.ticket.snoozed_by == ()


def test_ends_assignments_and_promises_end_it() -> None:
    solved = at_work()
    put_off(solved)
    solved.resolve()
    assert solved.ticket.snoozed_by == ()
    put_off(solved)
    solved.do(i.Reopen())
    assert solved.ticket.snoozed_by == ()
    given_away = at_work()
    put_off(given_away, by=OTHER)
    given_away.do(i.Assign(to=OTHER, way="hand"), by=LEAD, who=TEAM_LEAD)
    assert given_away.ticket.snoozed_by == ()
    late = at_work()
    put_off(late, 24 * 40)
    put_off(late, 24 * 40, by=OTHER)
    late.later(days=10).tick()
    assert late.ticket.snoozed_by == (OTHER,), "a promise calls for whoever answers for it"


def test_a_closed_ticket_is_not_put_off_but_one_is_reminded_of_it() -> None:
    life = at_work()
    life.do(i.MoveTo(status="closed", reason="duplicate"), by=LEAD, who=TEAM_LEAD)
    with pytest.raises(TicketClosed):
        put_off(life)
    life.do(SetReminder(reminder_id=5, due_at=life.now + timedelta(days=7), text="回访"))
    assert life.later(days=7).do(RuleIntent("reminder.5", TellReminder(5)), by=None, who=SYSTEM) == [
        "ticket.reminder_due"
    ]


def test_a_reminder_is_its_authors_and_told_once() -> None:
    life = at_work()
    due = life.now + timedelta(hours=1)
    life.do(SetReminder(reminder_id=5, due_at=due, text="打电话"))
    assert life.do(SetReminder(reminder_id=6, due_at=due, text="打电话")) == [], "the same again is one"
    assert life.do(DropReminder(5), by=OTHER) == []
    assert life.do(RuleIntent("reminder.5", TellReminder(5)), by=None, who=SYSTEM) == []
    assert (
        life.later(hours=1).do(RuleIntent("reminder.5", TellReminder(5)), by=None, who=SYSTEM)[-1]
        == "ticket.reminder_due"
    )
    assert life.do(RuleIntent("reminder.5", TellReminder(5)), by=None, who=SYSTEM) == []
    life.do(SetReminder(reminder_id=7, due_at=life.now + timedelta(hours=1), text="再打"))
    assert life.do(DropReminder(7)) == ["ticket.reminder_dropped"]
    assert timers(life) == [("CancelTimer", "reminder.7")]
    for id in range(100, 100 + MOST_REMINDERS):
        life.do(SetReminder(reminder_id=id, due_at=life.now + timedelta(hours=1), text=str(id)))
    with pytest.raises(TooManyReminders):
        life.do(SetReminder(reminder_id=9, due_at=life.now + timedelta(hours=1), text="x"))


def test_undoing_a_solution_brings_the_snooze_and_its_timer_back() -> None:
    life = at_work()
    put_off(life)
    life.resolve()
    life.case = life.case.having(HISTORY, tuple(life.log))
    life.do(i.Undo(command_id=life.log[-1].command_id, asked_at=life.now))
    assert life.ticket.snoozed_by == (AGENT,)
    assert ("SetTimer", f"snooze.{AGENT}") in timers(life)


STEPS = st.tuples(
    st.sampled_from(["off", "open", "wake", "customer", "resolve", "reopen", "time", "remind", "drop"]),
    st.sampled_from([AGENT, LEAD]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=9))
def test_timers_stand_for_what_is_put_off_whatever_happens(steps: list[tuple[str, int]]) -> None:
    life, standing = at_work(), set[str]()
    for n, (what, who) in enumerate(steps):
        life.later(minutes=1)
        wanted: Any = {
            "off": PutOff(until=life.now + timedelta(minutes=3)),
            "open": PutOff(until=None),
            "wake": Wake(person_id=who, why="self"),
            "time": RuleIntent(f"snooze.{who}", Wake(person_id=who, why="time")),
            "resolve": i.MoveTo(status="resolved"),
            "reopen": i.Reopen(),
            "remind": SetReminder(reminder_id=n + 1, due_at=life.now + timedelta(minutes=5), text=str(n)),
            "drop": DropReminder(n),
        }.get(what)
        try:
            life.customer_writes() if what == "customer" else life.do(wanted, by=who)
        except Exception as refusal:
            if not hasattr(refusal, "code"):
                raise
            continue
        for kind, key in timers(life):
            (standing.add if kind == "SetTimer" else standing.discard)(key)
        ends = {f"snooze.{one}" for one, put in life.ticket.snoozes.items() if put.until is not None}
        assert standing == ends | {f"reminder.{id}" for id in life.ticket.reminders}
        assert life.ticket.snoozed_by == tuple(sorted(map(int, life.ticket.snoozes)))
    assert reduce(SUBJECTS.fold, life.log, None) == life.ticket
    assert list(project_snoozes(life.rules, life.case, life.case, (), life.now)) == []


def soon() -> datetime:
    """Before anything promised falls due."""
    return datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=2)


async def fire(office: Office) -> None:
    """What is due some day is due today."""
    async with office.read() as tx:
        sql = """
        select workspace_id, owner, subject, key, generation, fire_at, 1 as attempts
          from timer where workspace_id = %(workspace)s and owner = 'work' order by fire_at
        """
        due = await tx.rows(DueTimer, sql)
    await wiring.timers(office.services)[OWNER](office.id, due)


@pytest.mark.anyio
async def test_it_leaves_ones_own_list_and_the_notice_brings_it_back(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    other = await office.member("韩梅梅", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service")
    await agent.post(f"/tickets/{number}/claim")

    async def listed(view: str) -> list[str]:
        return [row["number"] for row in (await agent.get("/tickets", view=view)).json()["rows"]]

    assert (await listed("mine"), await listed("snoozed")) == ([number], [])
    until = soon().isoformat()
    assert (await agent.post(f"/tickets/{number}/snooze", {"until": until})).status_code == 200
    assert (await listed("mine"), await listed("snoozed")) == ([], [number])
    assert [row["number"] for row in (await other.get("/tickets", view="team")).json()["rows"]] == [number]
    seen = (await agent.get(f"/tickets/{number}")).json()
    assert datetime.fromisoformat(seen["snooze"]["until"]) == datetime.fromisoformat(until)
    assert seen["allowed"]["ticket.snooze"] is True
    assert (await other.get(f"/tickets/{number}")).json()["snooze"] is None
    await fire(office)
    await deliver(office)
    assert (await listed("mine"), await listed("snoozed")) == ([number], [])
    told = [one for one in (await agent.get("/notices")).json()["notices"] if one["kind"] == "snooze_over"]
    assert "您搁置的工单到时间了" in told[0]["text"]["zh-CN"]
    await agent.post(f"/tickets/{number}/snooze", {})
    assert (await agent.post(f"/tickets/{number}/snooze", {"out": True})).status_code == 200
    assert await listed("mine") == [number]


@pytest.mark.anyio
async def test_nobody_else_is_shown_a_reminder(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    lead = await office.member("组长", "agent", service=True)
    number = await office.ticket(await office.customer(), team="service")
    body = {"at": soon().isoformat(), "text": "悄悄打电话"}
    for key in ("k", "k", "k"):
        answer = await agent.post(f"/tickets/{number}/reminders", body, headers={"Idempotency-Key": key})
        assert answer.status_code == 200
    (own,) = (await agent.get(f"/tickets/{number}")).json()["reminders"]
    assert own["text"] == "悄悄打电话"
    assert "悄悄" not in (await lead.get(f"/tickets/{number}")).text
    assert (await lead.call("DELETE", f"/tickets/{number}/reminders/{own['id']}")).status_code == 200
    await fire(office)
    await deliver(office)
    assert "悄悄" not in (await lead.get("/notices")).text
    (told,) = (await agent.get("/notices")).json()["notices"]
    assert "悄悄打电话" in told["text"]["zh-CN"]
    found = await agent.get(f"/tickets/{number}")
    assert (found.json()["reminders"], "悄悄" in found.text) == ([], False)


@pytest.mark.anyio
async def test_whoever_left_meanwhile_is_told_nothing(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    admin = await office.member("管理员", "system_admin")
    number = await office.ticket(await office.customer(), team="service")
    await agent.post(f"/tickets/{number}/snooze", {"until": soon().isoformat()})
    assert (await admin.call("PATCH", f"/members/{agent.id}", json={"active": False})).status_code == 200
    await fire(office)
    await deliver(office)
    async with office.read() as tx:
        (row,) = await tx.rows(
            dict,
            "select count(*) as n from notice where workspace_id = %(workspace)s and person_id = %(p)s",
            p=agent.id,
        )
    assert row["n"] == 0


@pytest.mark.anyio
async def test_the_same_snooze_three_times_is_one(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service")
    answers = [await agent.post(f"/tickets/{number}/snooze", {}, headers={"Idempotency-Key": "k"}) for _ in range(3)]
    assert {one.content for one in answers} == {answers[0].content}
