"""Recorded time added up: whose one reads, by what, and as a file in which nothing acts."""

import csv
import io
from datetime import date
from typing import Any

import pytest

from gongdan.domains.inbox.directory import worked
from gongdan.domains.inbox.directory.worked import days_of
from gongdan.kernel.errors import Invalid
from tests.kit import Office, Visitor

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, None, (date(2026, 11, 22), TODAY)),
        (date(2026, 11, 1), None, (date(2026, 11, 1), TODAY)),
        (None, date(2026, 1, 7), (date(2026, 1, 1), date(2026, 1, 7))),
        (date(2027, 1, 1), None, (date(2027, 1, 1), date(2027, 1, 1))),
        (date(2026, 11, 2), date(2026, 11, 1), None),
        (date(2025, 1, 1), date(2026, 1, 2), None),
        (date(2025, 1, 1), date(2026, 1, 1), (date(2025, 1, 1), date(2026, 1, 1))),
    ],
)
def test_by_themselves_the_days_are_the_last_seven_and_a_year_at_most(
    since: date | None, until: date | None, found: tuple[date, date] | None
) -> None:
    if found is None:
        with pytest.raises(Invalid):
            days_of(TODAY, since, until)
    else:
        assert days_of(TODAY, since, until) == found


async def recorded(visitor: Visitor, number: str, minutes: int, **said: Any) -> None:
    answer = await visitor.post(f"/tickets/{number}/times", {"minutes": minutes, **said})
    assert answer.status_code == 200, answer.text


async def sums(visitor: Visitor, **query: str) -> dict[str, int]:
    answer = await visitor.get("/work-times", **query)
    assert answer.status_code == 200, answer.text
    return {row["key"]: row["minutes"] for row in answer.json()["rows"]}


async def test_it_is_added_up_by_each_of_them_and_follows_corrections(office: Office) -> None:
    lead, agent = await office.member("韩梅梅", "director"), await office.member("李雷", "agent", service=False)
    customer = await office.customer()
    one, two = [await office.ticket(customer, team="service", title=f"打印机 {n}") for n in range(2)]
    await recorded(agent, one, 30, work_kind="phone")
    await recorded(agent, two, 10)
    await recorded(lead, two, 5, work_kind="phone")
    assert await sums(lead) == {str(agent.id): 40, str(lead.id): 5}
    assert await sums(lead, by="team") == {"service": 45}
    assert await sums(lead, by="work_kind") == {"phone": 35, "": 10}
    assert await sums(lead, by="ticket") == {one: 30, two: 15}
    assert list((await sums(lead, by="day")).values()) == [45]
    assert await sums(lead, by="ticket", person_id=str(lead.id)) == {two: 5}
    assert await sums(lead, team="senior") == {}
    (first, *_) = (await lead.get("/work-times", by="ticket")).json()["rows"]
    assert (first["title"], first["entries"], first["days"][0]["minutes"]) == ("打印机 0", 1, 30)
    entry = (await agent.get(f"/tickets/{one}")).json()["work"]["entries"][0]["id"]
    await agent.call("PUT", f"/tickets/{one}/times/{entry}", json={"minutes": 20, "work_kind": "remote"})
    assert await sums(lead, by="work_kind") == {"remote": 20, "": 10, "phone": 5}
    await agent.call("DELETE", f"/tickets/{one}/times/{entry}")
    assert await sums(lead, by="ticket") == {two: 15}
    assert (await lead.get("/work-times", since="2026-11-02", until="2026-11-01")).status_code == 422


async def test_what_is_taken_back_is_gone_and_many_are_cut_off_by_size(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    numbers = [await office.ticket(customer, team="service") for _ in range(3)]
    for n, number in enumerate(numbers, 1):
        await recorded(agent, number, n * 10)
    monkeypatch.setattr(worked, "MOST_ROWS", 2)
    found = (await agent.get("/work-times", by="ticket")).json()
    assert [row["key"] for row in found["rows"]] == [numbers[2], numbers[1]]
    assert (found["left_out"], found["minutes"], found["entries"]) == (1, 60, 3)
    assert (await agent.post(f"/tickets/{numbers[2]}/undo", {})).status_code == 200
    assert (await sums(agent, by="ticket")) == {numbers[1]: 20, numbers[0]: 10}


async def test_one_reads_ones_own_always_and_of_others_with_the_right(office: Office) -> None:
    agent, other = [await office.member(name, "agent", service=False) for name in ("李雷", "王五")]
    auditor = await office.member("审计", "auditor", service=False)
    number = await office.ticket(await office.customer(), team="service", title="机密")
    await recorded(agent, number, 30)
    assert await sums(agent) == {str(agent.id): 30}
    assert await sums(other) == {}
    assert await sums(other, person_id=str(agent.id)) == {}
    assert await sums(auditor) == {str(agent.id): 30}
    lead = await office.member("组长", "director", service=False)
    answer = await lead.post(f"/tickets/{number}/assignments", {"team": "senior", "assignee_id": None})
    assert answer.status_code == 200, answer.text
    (row,) = (await agent.get("/work-times", by="ticket")).json()["rows"]
    seen = (await agent.get(f"/tickets/{number}")).status_code == 200
    assert (row["key"], row["minutes"], row["title"]) == (number, 30, "机密" if seen else "")
    assert (await (await office.customer()).get("/work-times")).status_code == 403


async def test_as_a_file_it_says_each_entry_and_no_cell_is_a_formula(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worked, "AT_ONCE", 2)
    lead, customer = await office.member("韩梅梅", "director"), await office.customer()
    number = await office.ticket(customer, team="service", title="=1+1")
    for n in range(5):
        await recorded(lead, number, n + 1, note="=HYPERLINK()", work_kind="phone")
    answer = await lead.get("/work-times/export", {"Accept-Language": "zh-CN"})
    assert answer.status_code == 200, answer.text
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert sorted(int(row["分钟"]) for row in rows) == [1, 2, 3, 4, 5]
    assert {(row["人员"], row["工时类别"], row["编号"]) for row in rows} == {("韩梅梅", "电话", number)}
    assert (rows[0]["标题"], rows[0]["说明"]) == ("'=1+1", "'=HYPERLINK()")
    admin = await office.member("审", "system_admin")
    kinds = [one["kind"] for one in (await admin.get("/audit")).json()["entries"]]
    assert "workspace.times_exported" in kinds
    monkeypatch.setattr("gongdan.domains.inbox.http.work_times.MOST", 4)
    assert (await lead.get("/work-times/export")).status_code == 409
