"""Kinds of work, and time that a type asks for before a handler resolves (spec 02)."""

from functools import cache
from typing import Any

import msgspec
import pytest

from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets import intents as i
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.work.errors import TimeMissing
from gongdan.domains.work.reading import times_of
from gongdan.domains.work.subjects.times import RemoveTime, StartTime
from gongdan.kernel.errors import Invalid
from tests.domains.tickets.life import AGENT, SYSTEM, Life, compiled
from tests.domains.work.test_times import record
from tests.kit import found_office


@cache
def asking(*types: str, retired: str | None = None) -> Rules:
    bundle = standard([2026])
    kinds = tuple(msgspec.structs.replace(one, retired=one.key == retired) for one in bundle.work_kinds)
    wanted = [msgspec.structs.replace(one, needs_time=one.key in types) for one in bundle.types]
    return compiled(msgspec.structs.replace(bundle, types=tuple(wanted), work_kinds=kinds))


def at_work(rules: Rules, **opening: Any) -> Life:
    life = Life(rules, **opening)
    life.assign()
    life.accept()
    return life


def test_the_shipped_kinds_are_those_of_the_field_and_no_type_asks_yet() -> None:
    bundle = standard([2026])
    assert [one.name["zh-CN"] for one in bundle.work_kinds] == ["电话", "远程", "现场", "文档"]
    assert not any(one.needs_time for one in bundle.types)


def test_a_handler_resolves_only_what_has_recorded_time() -> None:
    life = at_work(asking("technical"))
    assert times_of(life.ticket, life.rules, AGENT).is_lacking
    with pytest.raises(TimeMissing):
        life.resolve()
    life.do(record(1))
    assert not times_of(life.ticket, life.rules, AGENT).is_lacking
    life.resolve()
    assert life.ticket.phase == "resolved"


def test_a_running_watch_is_recorded_by_the_solution_itself() -> None:
    life = at_work(asking("technical"))
    life.do(StartTime())
    life.later(minutes=3).resolve()
    assert (life.ticket.phase, life.ticket.worked) == ("resolved", 3)


def test_neither_a_timer_nor_another_type_is_bound() -> None:
    left = at_work(asking("technical"))
    left.do(i.MoveTo(status="closed", reason="timed_out"), by=None, who=SYSTEM)
    assert (left.ticket.phase, left.ticket.worked) == ("closed", 0)
    other = at_work(asking("technical"), type="account")
    other.resolve()
    assert other.ticket.phase == "resolved"


def test_the_last_entry_of_what_was_solved_is_corrected_and_not_removed() -> None:
    life = at_work(asking("technical"))
    life.do(record(1))
    life.do(record(2))
    life.resolve()
    life.do(RemoveTime(1))
    with pytest.raises(TimeMissing):
        life.do(RemoveTime(2))
    life.do(record(2, 5, is_new=False))
    assert life.ticket.worked == 5
    life.do(i.Reopen())
    life.do(RemoveTime(2))
    assert life.ticket.worked == 0


def test_a_kind_is_one_of_the_policy_and_a_retired_one_stays_where_it_is() -> None:
    life = at_work(asking())
    with pytest.raises(Invalid):
        life.do(record(1, work_kind="dancing"))
    life.do(record(1, work_kind="phone"))
    life.rules = asking(retired="phone")
    with pytest.raises(Invalid):
        life.do(record(2, work_kind="phone"))
    assert life.do(record(1, 10, work_kind="phone", is_new=False)) == ["ticket.time_recorded"]
    assert life.do(record(1, 10, work_kind="remote", is_new=False)) == ["ticket.time_recorded"]
    (entry,) = times_of(life.ticket, life.rules, AGENT).entries
    assert entry.work_kind == "remote"


@pytest.mark.anyio
async def test_the_api_refuses_says_why_and_offers_the_move_still(asgi: Any) -> None:
    bundle = standard([2026])
    types = tuple(msgspec.structs.replace(one, needs_time=True) for one in bundle.types)
    office = await found_office(asgi, bundle=msgspec.structs.replace(bundle, types=types))
    agent = await office.member("李雷", "agent", service=False)
    number = await office.ticket(await office.customer(), team="service")
    await agent.post(f"/tickets/{number}/claim")
    await agent.post(f"/tickets/{number}/accept", {})
    refused = await agent.post(f"/tickets/{number}/resolve", {})
    assert (refused.status_code, refused.json()["code"]) == (422, "work.time_missing")
    found = (await agent.get(f"/tickets/{number}")).json()
    assert found["work"]["is_lacking"]
    assert "resolved" in found["moves"]
    body = {"minutes": 5, "work_kind": "dancing"}
    assert (await agent.post(f"/tickets/{number}/times", body)).status_code == 422
    assert (await agent.post(f"/tickets/{number}/times", body | {"work_kind": "phone"})).status_code == 200
    assert (await agent.post(f"/tickets/{number}/resolve", {})).status_code == 200
    names = [one["key"] for one in (await agent.get("/directory")).json()["work_kinds"]]
    assert names == ["phone", "remote", "on_site", "writing"]
