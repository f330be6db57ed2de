"""A ticket that is imagined: when it would be due by the policy as it is drafted (spec 09, administration)."""

from typing import Any

import httpx
import pytest

from gongdan.domains.accounts.public import actions
from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from gongdan.domains.sla.public import PROMISES
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio
FRIDAY = "2026-11-20T17:00:00+08:00"
Plain = dict[str, Any]


async def tried(visitor: Visitor, **body: Any) -> httpx.Response:
    asked = {"type": "technical", "priority": "P3", "created_at": FRIDAY} | body
    return await visitor.call("POST", "/policy/draft/trials", json=asked)


async def due(visitor: Visitor, **body: Any) -> dict[str, str]:
    """Metric → when it would be due."""
    answer = await tried(visitor, **body)
    assert answer.status_code == 200, answer.text
    return {one["metric"]: one["due_at"] for one in answer.json()["promises"]}


async def standard_calendar(visitor: Visitor) -> Plain:
    first: Plain = (await visitor.get("/policy/draft/calendars")).json()["value"][0]
    return first


@pytest.fixture
async def editor(office: Office) -> Visitor:
    return await office.member("管理员", "admin")


async def test_working_days_end_where_the_calendar_says(editor: Visitor) -> None:
    found = await due(editor)
    assert found["first_response"] == "2026-11-20T13:00:00Z"
    assert found["resolution"] == "2026-11-25T09:00:00Z", "Friday at 17:00 and three working days: Wednesday at 17:00"


async def test_a_calendar_that_is_being_edited_stands_for_the_drafted_one(editor: Visitor) -> None:
    calendar = await standard_calendar(editor)
    closed = calendar | {"days": [*calendar["days"], {"on": "2026-11-23", "name": {"zh-CN": "搬家", "en": "Moving"}}]}
    assert (await due(editor, calendar=closed))["resolution"] == "2026-11-26T09:00:00Z"
    assert (await due(editor))["resolution"] == "2026-11-25T09:00:00Z", "nothing of it is kept"


async def test_what_is_drafted_counts_before_it_is_published(editor: Visitor) -> None:
    calendar = await standard_calendar(editor)
    weekend = calendar | {"week": calendar["week"] | {"sat": [["09:00", "18:00"]], "sun": [["09:00", "18:00"]]}}
    answer = await editor.call("PUT", "/policy/draft/calendars", json={"value": [weekend]})
    assert answer.status_code == 200, answer.text
    assert (await due(editor))["resolution"] == "2026-11-23T09:00:00Z"


async def test_a_real_ticket_is_due_when_the_trial_said(office: Office, editor: Visitor) -> None:
    number = await office.ticket(await office.customer(), priority="P3")
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
    said = await due(editor, type=case.live.type, created_at=case.live.created_at.isoformat())
    real = {clock.metric: clock.due_at for one in case[PROMISES] for clock in one.clocks if clock.state == "running"}
    assert said == {metric: real[metric].strftime("%Y-%m-%dT%H:%M:%SZ") for metric in said}


async def test_it_tells_which_hours_count_when_it_warns_and_which_policy_applies(editor: Visitor) -> None:
    answer = (await tried(editor)).json()
    assert answer["policy"]["en"] == "Standard promises"
    solution = answer["promises"][-1]
    assert (solution["amount"], solution["unit"], solution["calendar"]) == (3, "working_days", "standard")
    assert solution["warns_at"] == ["2026-11-24T04:30:00Z", "2026-11-25T03:36:00Z"]


async def test_beyond_what_is_announced_it_says_that_it_may_move(editor: Visitor) -> None:
    calendar = await standard_calendar(editor) | {"provisional_from": "2026-11-24"}
    promises = (await tried(editor, calendar=calendar)).json()["promises"]
    assert [one["is_provisional"] for one in promises] == [False, True]


async def test_a_calendar_that_never_opens_is_refused_with_the_finding(editor: Visitor) -> None:
    calendar = await standard_calendar(editor)
    answer = await tried(editor, calendar=calendar | {"week": {}, "days": []})
    assert answer.status_code == 422
    assert [one["code"] for one in answer.json()["findings"]] == ["sla.never_open"]


async def test_hours_that_cannot_be_read_are_refused_with_the_finding(editor: Visitor) -> None:
    calendar = await standard_calendar(editor)
    answer = await tried(editor, calendar=calendar | {"week": {"mon": [["18:00", "9"]]}, "zone": "Mars/Base"})
    assert answer.status_code == 422
    codes = {one["code"] for one in answer.json()["findings"]}
    assert codes >= {"sla.interval_unreadable", "sla.zone_unknown"}


@pytest.mark.parametrize("field", ["type", "priority", "category"])
async def test_what_the_policy_does_not_have_is_named(editor: Visitor, field: str) -> None:
    answer = await tried(editor, **{field: "nowhere"})
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["faults"]] == [field]


async def test_beyond_all_calendars_it_is_refused_and_far_ahead_it_answers(editor: Visitor) -> None:
    assert (await tried(editor, created_at="9999-12-31T00:00:00Z")).status_code == 422
    assert (await due(editor, created_at="2199-12-30T00:00:00Z"))["resolution"]


@pytest.mark.parametrize("role", [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES])
async def test_who_edits_the_policy_may_try_it(office: Office, role: str) -> None:
    visitor = await office.member("某人", role, service=False)
    may = "policy.edit" in actions(visitor.authority)
    assert (await tried(visitor)).status_code == (200 if may else 403)


async def test_a_customer_may_not(office: Office) -> None:
    assert (await tried(await office.customer())).status_code == 403


async def test_nothing_is_opened(office: Office, editor: Visitor) -> None:
    await tried(editor)
    async with office.read() as tx:
        rows = await tx.rows(tuple, "select 1 from ticket where workspace_id = %(workspace)s limit 1")
    assert rows == []
