"""Recorded time: by hand and by a watch, whose it is, and what becomes of a watch that nobody stops (spec 02)."""

from datetime import date, timedelta
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
from gongdan.domains.work.errors import TimeNotFound
from gongdan.domains.work.reading import times_of
from gongdan.domains.work.subjects.times import (
    FORGOTTEN,
    LONGEST,
    OWNER,
    RecordTime,
    RemoveTime,
    StartTime,
    StopTime,
)
from gongdan.infra.timers.effects import CancelTimer, SetTimer
from gongdan.infra.timers.fire import DueTimer
from gongdan.kernel.errors import Invalid, Refusal
from gongdan.wiring import SUBJECTS
from tests.domains.notifications.kit import deliver
from tests.domains.tickets.life import AGENT, LEAD, OTHER, SYSTEM, TEAM_LEAD, Life
from tests.kit import Office

TODAY = date(2026, 11, 23)


def at_work() -> Life:
    life = Life()
    life.assign()
    life.accept()
    return life


def record(id: int, minutes: int = 30, **said: Any) -> RecordTime:
    told = {"day": TODAY, "work_kind": None, "note": "", "is_new": True} | said
    return RecordTime(entry_id=id, minutes=minutes, today=TODAY, **told)


def stop(who: int = AGENT, *, forgotten: bool = False, id: int = 900) -> StopTime:
    return StopTime(person_id=who, entry_id=id, today=TODAY, forgotten=forgotten)


def test_the_sum_follows_what_is_recorded_corrected_and_removed() -> None:
    life = at_work()
    life.do(record(1, 30))
    life.do(record(2, 45), by=OTHER)
    assert life.ticket.worked == 75
    assert life.do(record(1, 30, is_new=False)) == [], "the same again changes nothing"
    life.do(record(1, 20, note="远程", is_new=False))
    assert life.ticket.worked == 65
    life.do(RemoveTime(2), by=OTHER)
    assert life.ticket.worked == 20
    (entry,) = times_of(life.ticket, life.rules, AGENT).entries
    assert (entry.minutes, entry.note, entry.person_id) == (20, "远程", AGENT)


def test_one_changes_only_ones_own() -> None:
    life = at_work()
    life.do(record(1))
    for refused in (record(1, 5, is_new=False), RemoveTime(1), RemoveTime(2), record(3, is_new=False)):
        with pytest.raises(TimeNotFound):
            life.do(refused, by=LEAD, who=TEAM_LEAD)


@pytest.mark.parametrize(
    "wrong",
    [
        record(1, 0),
        record(1, LONGEST + 1),
        record(1, day=TODAY + timedelta(days=1)),
        record(1, day=TODAY - timedelta(days=400)),
    ],
)
def test_what_is_no_days_work_is_refused(wrong: RecordTime) -> None:
    with pytest.raises(Invalid):
        at_work().do(wrong)


def test_a_watch_counts_minutes_that_were_begun_and_is_stopped_once() -> None:
    life = at_work()
    assert life.do(StartTime()) == ["ticket.time_started"]
    assert life.do(StartTime()) == []
    assert life.later(minutes=7, seconds=10).do(stop()) == ["ticket.time_stopped", "ticket.time_recorded"]
    assert (life.ticket.worked, life.ticket.timing) == (8, {})
    assert life.do(stop()) == []


def test_what_ends_stops_the_watches_and_what_is_closed_still_takes_a_word() -> None:
    life = at_work()
    life.do(StartTime())
    life.later(minutes=5).do(StartTime(), by=OTHER)
    life.later(minutes=5).resolve()
    assert (life.ticket.timing, life.ticket.worked) == ({}, 15)
    life.do(i.Happen(occasion="confirmed", reason="confirmed"), by=None, who=SYSTEM)
    assert life.ticket.phase == "closed"
    with pytest.raises(TicketClosed):
        life.do(StartTime())
    life.do(record(5, 10))
    assert life.ticket.worked == 25


def test_a_forgotten_watch_is_stopped_and_not_before() -> None:
    life = at_work()
    life.do(StartTime())
    (timer,) = (one for one in life.effects if isinstance(one, SetTimer) and one.owner == OWNER)
    assert timer.fire_at == life.now + FORGOTTEN
    assert life.do(RuleIntent("time", stop(forgotten=True)), by=None, who=SYSTEM) == []
    life.later(hours=11).do(RuleIntent("time", stop(forgotten=True)), by=None, who=SYSTEM)
    assert (life.ticket.timing, life.ticket.worked) == ({}, 600)
    assert any(isinstance(one, CancelTimer) and one.owner == OWNER for one in life.effects)


def test_an_entry_is_taken_back() -> None:
    life = at_work()
    life.do(record(1))
    life.case = life.case.having(HISTORY, tuple(life.log))
    life.do(i.Undo(command_id=life.log[-1].command_id, asked_at=life.now))
    assert (life.ticket.times, life.ticket.worked) == ({}, 0)


STEPS = st.tuples(
    st.sampled_from(["record", "correct", "remove", "start", "stop", "resolve", "reopen"]),
    st.sampled_from([AGENT, LEAD]),
    st.integers(1, 200),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STEPS, max_size=10))
def test_the_sum_is_that_of_the_entries_whatever_happens(steps: list[tuple[str, int, int]]) -> None:
    life = at_work()
    for n, (what, who, minutes) in enumerate(steps):
        known = next(iter(life.ticket.times), "0")
        wanted: dict[str, Any] = {
            "record": record(n + 1, minutes),
            "correct": record(int(known), minutes, is_new=False),
            "remove": RemoveTime(int(known)),
            "start": StartTime(),
            "stop": stop(who, id=100 + n),
            "resolve": i.MoveTo(status="resolved"),
            "reopen": i.Reopen(),
        }
        try:
            done = life.later(minutes=minutes).do(wanted[what], by=who)
        except Refusal:
            continue
        assert life.ticket.worked == sum(one.minutes for one in life.ticket.times.values())
        assert not (life.ticket.phase == "resolved" and life.ticket.timing and "ticket.moved" in done)
    assert reduce(SUBJECTS.fold, life.log, None) == life.ticket


@pytest.mark.anyio
async def test_one_watch_runs_for_a_person_and_a_forgotten_one_is_told(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    customer = await office.customer()
    one, two = [await office.ticket(customer, team="service") for _ in range(2)]
    start = {"do": "start"}
    assert (await agent.post(f"/tickets/{one}/watch", start)).status_code == 200
    refused = await agent.post(f"/tickets/{two}/watch", start)
    assert (refused.status_code, refused.json()["code"]) == (409, "work.watch_runs")
    assert one in refused.json()["remedy"]
    found = (await agent.get(f"/tickets/{one}")).json()["work"]
    assert found["running"] == [agent.id]
    assert found["running_since"] is not None
    async with office.read() as tx:
        sql = """
        select workspace_id, owner, subject, key, generation, fire_at, 1 as attempts
          from timer where workspace_id = %(workspace)s and owner = 'work'
        """
        due = await tx.rows(DueTimer, sql)
    await wiring.timers(office.services)[OWNER](office.id, due)
    await deliver(office)
    told = [each["kind"] for each in (await agent.get("/notices")).json()["notices"]]
    assert "time_forgotten" in told
    assert (await agent.post(f"/tickets/{two}/watch", start)).status_code == 200
    assert (await agent.post(f"/tickets/{two}/watch", {"do": "stop"})).status_code == 200
    assert (await agent.get(f"/tickets/{two}")).json()["work"]["minutes"] == 1


@pytest.mark.anyio
@pytest.mark.parametrize("how", ["team", "trash"])
async def test_a_watch_on_what_one_sees_no_longer_binds_nobody(office: Office, how: str) -> None:
    agent, lead = await office.member("李雷", "agent", service=False), await office.member("韩梅梅", "director")
    customer = await office.customer()
    one, two = [await office.ticket(customer, team="service") for _ in range(2)]
    start = {"do": "start"}
    assert (await agent.post(f"/tickets/{one}/watch", start)).status_code == 200
    gone = {"team": (f"/tickets/{one}/assignments", {"team": "senior", "assignee_id": None})}.get(
        how, (f"/tickets/{one}/trash", {})
    )
    answer = await lead.post(*gone)
    assert answer.status_code == 200, answer.text
    assert (await agent.get(f"/tickets/{one}")).status_code == 404
    started = await agent.post(f"/tickets/{two}/watch", start)
    assert started.status_code == 200 and one not in started.text, started.text
    assert (await agent.get(f"/tickets/{two}")).json()["work"]["running"] == [agent.id]
    left = (await lead.get(f"/tickets/{one}")).json()["work"]
    assert (left["running"], left["minutes"]) == ([], 1), "what was worked is recorded"
    async with office.read() as tx:
        rows = await tx.rows(tuple, "select ticket_id from running_watch where workspace_id = %(workspace)s")
    assert len(rows) == 1


@pytest.mark.anyio
async def test_it_is_recorded_once_shown_to_the_staff_and_a_column_of_lists(office: Office) -> None:
    agent = await office.member("李雷", "agent", service=False)
    customer = await office.customer()
    number = await office.ticket(customer, team="service")
    body = {"minutes": 25, "note": "查日志"}
    for _ in range(3):
        answer = await agent.post(f"/tickets/{number}/times", body, headers={"Idempotency-Key": "k"})
        assert answer.status_code == 200
    for _ in range(2):
        await agent.post(f"/tickets/{number}/watch", {"do": "start"}, headers={"Idempotency-Key": "w"})
    found = (await agent.get(f"/tickets/{number}")).json()
    assert (found["work"]["minutes"], len(found["work"]["entries"])) == (25, 1)
    path = f"/tickets/{number}/times/{found['work']['entries'][0]['id']}"
    assert (await agent.call("PUT", path, json={"minutes": 40})).status_code == 200
    view = {"name": "工时", "condition": {"field": "worked", "op": "ge", "value": 40}, "columns": ["number", "worked"]}
    key = (await agent.post("/views", view | {"sort": "worked"})).json()["key"]
    (row,) = (await agent.get("/tickets", view=key)).json()["rows"]
    assert row["fields"]["worked"] == 40
    assert (await agent.call("DELETE", path)).status_code == 200
    assert (await agent.call("DELETE", path)).status_code == 404
    assert "查日志" not in (await customer.get(f"/portal/tickets/{number}")).text
