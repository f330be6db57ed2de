"""Lists as files: what they hold, who takes them out, and that nothing in them acts (spec 02, side by side)."""

import csv
import io
import json
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from python_calamine import CalamineWorkbook

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.inbox.exporting import listing
from gongdan.domains.policy.presets import standard
from tests.kit import Office, Visitor, found_office

CARD = CustomField(key="card", name={"zh-CN": "银行卡", "en": "Card"}, kind="text", sensitive=True, filterable=True)
MODEL = CustomField(key="model", name={"zh-CN": "型号", "en": "Model"}, kind="text", filterable=True)


@pytest.fixture
async def guarded(asgi: Litestar) -> Office:
    bundle = standard([2026])
    return await found_office(asgi, bundle=msgspec.structs.replace(bundle, fields=(*bundle.fields, CARD, MODEL)))


async def table(visitor: Visitor, **query: str) -> list[dict[str, str]]:
    answer = await visitor.get("/tickets/export", {"Accept-Language": "zh-CN"}, **query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


async def test_a_list_is_written_in_words_and_in_its_order(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongdan.domains.inbox.http.exports.AT_ONCE", 2)
    director, customer = await office.member("韩梅梅", "director"), await office.customer("王芳")
    made = [await office.ticket(customer, title=f"无法登录 {n}", priority="P1", tags=("a", "b")) for n in range(5)]
    rows = await table(director, sort="created", order="asc", columns="title,priority,status,requester,tags,created")
    assert [row["编号"] for row in rows] == made
    assert set(rows[0]) == {"编号", "标题", "优先级", "状态", "提交人", "标签", "创建"}
    assert (rows[0]["标题"], rows[0]["状态"], rows[0]["提交人"]) == ("无法登录 0", "新建", "王芳")
    assert rows[0]["标签"] == "a、b" and len(rows[0]["创建"]) == len("2026-11-28 12:00")


async def test_a_list_is_narrowed_as_the_page_is(office: Office) -> None:
    director, customer = await office.member("韩梅梅", "director"), await office.customer()
    urgent, _ = await office.ticket(customer, priority="P0"), await office.ticket(customer, priority="P3")
    where = json.dumps({"field": "priority", "op": "is", "value": "P0"})
    assert [row["编号"] for row in await table(director, where=where)] == [urgent]
    assert [row["编号"] for row in await table(director, where=where, view="all_open")] == [urgent]
    refused = await director.get("/tickets/export", where='{"field": "nonsense", "op": "is", "value": 1}')
    assert refused.status_code == 422


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
async def test_no_cell_is_a_formula(office: Office, title: str) -> None:
    director = await office.member("韩梅梅", "director")
    await office.ticket(await office.customer(), title=title)
    (row,) = await table(director, columns="title")
    assert row["标题"].lstrip("\t ").startswith("'")


async def test_a_workbook_holds_texts_and_instants(office: Office) -> None:
    director = await office.member("韩梅梅", "director")
    number = await office.ticket(await office.customer(), title="=1+1")
    answer = await director.get("/tickets/export", form="xlsx", columns="title,created,due")
    (heads, row) = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert (heads[0], row[0], row[1]) == ("编号", number, "=1+1")
    assert row[2].year >= 2026


async def test_only_those_who_may_export_do_and_only_what_they_may_read(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    lead = await office.member("韩梅梅", "lead", service=True)
    mine, foreign = await office.ticket(customer, team="service"), await office.ticket(customer, team="finance")
    assert (await agent.get("/tickets/export")).status_code == 403
    assert (await customer.get("/tickets/export")).status_code == 403
    found = {row["编号"] for row in await table(await office.member("根", "director"))}
    assert found == {mine, foreign}
    assert {row["编号"] for row in await table(lead)} == {mine}


async def test_what_is_masked_is_no_column(guarded: Office) -> None:
    director, root = await guarded.member("韩梅梅", "director"), await guarded.member("根", "system_admin")
    await guarded.ticket(await guarded.customer(), team="service", fields={"card": "6222", "model": "X1"})
    (row,) = await table(director, columns="fields.card,fields.model")
    assert (row.get("银行卡"), row["型号"]) == (None, "X1")
    assert "6222" in (await root.get("/tickets/export", columns="fields.card")).text


async def test_whoever_takes_a_list_out_stands_in_the_audit(office: Office) -> None:
    director, root = await office.member("韩梅梅", "director"), await office.member("根", "system_admin")
    await office.ticket(await office.customer())
    await table(director, view="all_open")
    entries: list[dict[str, Any]] = (await root.get("/audit")).json()["entries"]
    found = next(one for one in entries if one["kind"] == "workspace.tickets_exported")
    assert found["text"] == "导出 1 条工单（csv）"


async def test_a_list_that_is_too_long_is_refused(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gongdan.domains.inbox.http.exports.ROWS_OF_TEXT", 1)
    director, customer = await office.member("韩梅梅", "director"), await office.customer()
    await office.ticket(customer), await office.ticket(customer)
    refused = await director.get("/tickets/export")
    assert (refused.status_code, refused.json()["code"]) == (409, "inbox.export_too_long")


async def test_a_grant_that_exports_takes_out_no_more_than_it_reads(office: Office) -> None:
    lead = await office.member("韩梅梅", "lead", service=True)
    kept = listing.exporting(lead.authority).grants
    assert all({"ticket.read", "ticket.export"} <= set(one.actions) for one in kept)
