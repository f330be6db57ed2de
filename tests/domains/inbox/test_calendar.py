"""The calendar of a list: open tickets on the day on which their next running promise is due, in the reader's zone."""

import json
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.inbox.lists.cursors import days_from
from tests.domains.inbox.test_views import save
from tests.kit import Office, Visitor

SHANGHAI = ZoneInfo("Asia/Shanghai")


def due(owner_url: str, numbers: list[str], at: str | None) -> None:
    """As if their next running promise were due then, by the clocks of Shanghai."""
    moment = datetime.fromisoformat(at).replace(tzinfo=SHANGHAI) if at else None
    with psycopg.connect(owner_url) as owner:
        owner.execute("update ticket set next_due_at = %s where number = any(%s)", (moment, numbers))


async def tickets(office: Office, *titles: str, **given: Any) -> list[str]:
    customer = await office.customer()
    return [await office.ticket(customer, title=title, team="service", **given) for title in titles]


async def calendar(visitor: Visitor, **query: Any) -> dict[str, tuple[int, list[str]]]:
    asked = {"first": "2026-11-27", "zone": "Asia/Shanghai"} | query
    answer = await visitor.get("/tickets/calendar", **asked)
    assert answer.status_code == 200, answer.text
    return {one["day"]: (one["count"], [row["title"] for row in one["rows"]]) for one in answer.json()["days"]}


@given(
    first=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    count=st.integers(1, 42),
    zone=st.sampled_from(["Asia/Shanghai", "America/New_York", "Europe/London", "Pacific/Apia", "Australia/Lord_Howe"]),
)
def test_days_follow_each_other_without_a_gap_and_begin_at_midnight(first: date, count: int, zone: str) -> None:
    here = ZoneInfo(zone)
    days = days_from(first, count, here)
    assert [day for day, _, _ in days] == [first + timedelta(days=n) for n in range(count)]
    assert all(until == since for (_, _, until), (_, since, _) in pairwise(days))
    assert all(since < until or zone == "Pacific/Apia" for _, since, until in days)
    assert all(since.tzinfo is UTC for _, since, _ in days)


async def test_tickets_stand_on_the_day_of_their_next_due_in_the_zone_that_is_asked_for(
    office: Office, owner_url: str
) -> None:
    agent = await office.member("李雷", "agent", service=False)
    late, early, next_day, never = await tickets(office, "late", "early", "next", "never")
    due(owner_url, [late], "2026-11-27 23:59")
    due(owner_url, [early], "2026-11-27 00:00")
    due(owner_url, [next_day], "2026-11-28 00:00")
    due(owner_url, [never], None)
    assert await calendar(agent) == {"2026-11-27": (2, ["early", "late"]), "2026-11-28": (1, ["next"])}
    in_london = await calendar(agent, zone="Europe/London", first="2026-11-26", days=3)
    assert in_london == {"2026-11-26": (1, ["early"]), "2026-11-27": (2, ["late", "next"])}
    assert await calendar(agent, days=1) == {"2026-11-27": (2, ["early", "late"])}


async def test_a_calendar_holds_what_its_list_holds_and_nothing_that_is_over(office: Office, owner_url: str) -> None:
    agent = await office.member("李雷", "agent", service=False)
    plain, urgent = await tickets(office, "plain"), await tickets(office, "urgent", priority="P0")
    ended = await tickets(office, "ended")
    due(owner_url, [*plain, *urgent, *ended], "2026-11-27 12:00")
    with psycopg.connect(owner_url) as owner:
        owner.execute("update ticket set phase = 'resolved' where number = any(%s)", (ended,))
    made = await save(agent, layout="calendar")
    assert await calendar(agent, view=made["key"]) == {"2026-11-27": (1, ["urgent"])}
    where = json.dumps({"not": {"field": "priority", "op": "is", "value": "P0"}})
    assert await calendar(agent, where=where) == {"2026-11-27": (1, ["plain"])}


async def test_nobody_sees_more_in_a_calendar_than_in_a_list(office: Office, owner_url: str) -> None:
    mine = await tickets(office, "service")
    due(owner_url, mine, "2026-11-27 12:00")
    stranger, director = await office.member("吴", "agent", finance=False), await office.member("总监", "director")
    assert await calendar(stranger) == {}
    assert await calendar(director) == {"2026-11-27": (1, ["service"])}
    assert (await (await office.customer()).get("/tickets/calendar", first="2026-11-27")).status_code == 403
    nobodys = await save(director)
    assert (await stranger.get("/tickets/calendar", first="2026-11-27", view=nobodys["key"])).status_code == 404


async def test_a_full_day_is_counted_and_its_first_tickets_are_shown(office: Office, owner_url: str) -> None:
    agent = await office.member("李雷", "agent", service=False)
    numbers = await tickets(office, *(f"{n:02}" for n in range(12)))
    for n, number in enumerate(numbers):
        due(owner_url, [number], f"2026-11-27 10:{n:02}")
    assert await calendar(agent, each=3) == {"2026-11-27": (12, ["00", "01", "02"])}


@pytest.mark.parametrize(
    "query",
    [
        {"zone": "Mars/Phobos"}, {"days": 43}, {"days": 0}, {"each": 61}, {"first": "x"}, {"first": "1900-01-01"},
        {"first": "2200-01-01"}, {"where": "{"},
    ],
)  # fmt: skip
async def test_a_calendar_out_of_bounds_is_refused(office: Office, query: dict[str, Any]) -> None:
    agent = await office.member("李雷", "agent", service=False)
    answer = await agent.get("/tickets/calendar", **({"first": "2026-11-27"} | query))
    assert answer.status_code in (400, 422), answer.text
    assert answer.json()["faults"]
