"""Tables that are brought in: read, mapped, tried, carried out, killed, repeated, refused."""

import io
import zipfile
from itertools import pairwise
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import xlsxwriter

from gongdan.domains.accounts.public import set_password
from gongdan.domains.imports import work as imports_work
from gongdan.domains.notifications.telling.invitations import PACE
from gongdan.domains.operations import runner
from gongdan.kernel import clock
from tests.domains.notifications.kit import with_mailbox
from tests.domains.operations.test_operations import carry_out, work
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio


async def uploaded(who: Visitor, text: str | bytes, kind: str = "customers", name: str = "客户.csv") -> httpx.Response:
    raw = text.encode() if isinstance(text, str) else text
    headers = {"X-File-Name": quote(name), "Content-Type": "application/octet-stream"}
    return await who.call("POST", f"/imports?kind={kind}", content=raw, headers=headers)


async def brought(who: Visitor, text: str | bytes, kind: str = "customers") -> int:
    answer = await uploaded(who, text, kind)
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


async def shown(who: Visitor, id: int) -> dict[str, Any]:
    found: dict[str, Any] = (await who.get(f"/imports/{id}")).json()
    return found


async def worked(office: Office, who: Visitor, id: int, verb: str, **body: Any) -> dict[str, int]:
    """Check or start it, let a worker do it, and give what came of it."""
    answer = await who.post(f"/imports/{id}/{verb}", body)
    assert answer.status_code == 200, answer.text
    part = "check" if verb == "check" else "run"
    await carry_out(office, who, answer.json()[part]["operation_id"])
    found = (await shown(who, id))[part]
    assert found["state"] == "done", found
    return {name: found[name] for name in ("added", "changed", "unchanged", "refused")}


async def problems(who: Visitor, id: int) -> dict[int, tuple[str, list[str]]]:
    """Row → the code, and the columns that are to blame."""
    found = (await who.get(f"/imports/{id}/problems")).json()
    return {one["row"]: (one["problem"]["code"], [f["field"] for f in one["problem"]["faults"]]) for one in found}


async def customers(who: Visitor, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await who.get("/customers", **query)).json()["items"]
    return found


def counts(added: int = 0, changed: int = 0, unchanged: int = 0, refused: int = 0) -> dict[str, int]:
    return {"added": added, "changed": changed, "unchanged": unchanged, "refused": refused}


def workbook(*rows: list[Any]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("名单")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return made.getvalue()


async def manager(office: Office) -> Visitor:
    return await office.member("组长", "lead", service=True)


async def test_a_file_is_read_its_columns_guessed_and_nothing_done(office: Office) -> None:
    who = await manager(office)
    answer = await uploaded(who, "客户姓名,手机号码,E-mail,随便\n王芳,13800000000,fang@a.test,x\n")
    found = answer.json()
    assert [one["column"] for one in found["columns"]] == ["name", "phone", "mail", None]
    assert (found["file"], found["rows"], found["detail"]) == ("客户.csv", 1, "utf-8 comma")
    assert found["first"] == [{"row": 2, "cells": ["王芳", "13800000000", "fang@a.test", "x"]}]
    assert (found["check"], found["run"], await customers(who)) == (None, None, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
async def test_text_is_read_in_what_spreadsheets_write(office: Office, encoding: str, delimiter: str) -> None:
    text = f"姓名{delimiter}邮箱{delimiter}备注\r\n王芳{delimiter}fang@a.test{delimiter}你好\r\n"
    found = (await uploaded(await manager(office), text.encode(encoding))).json()
    assert found["first"] == [{"row": 2, "cells": ["王芳", "fang@a.test", "你好"]}]


async def test_a_trial_counts_and_changes_nothing_and_the_run_does_what_it_said(office: Office) -> None:
    who = await manager(office)
    agent = await office.member("李雷", "agent", service=False)
    text = (
        "姓名,邮箱,电话,企业,客户等级,标签,备注,专属客服\n"
        f"王芳,fang@a.test,138 0000 0000,晨星科技,VIP,重点、华东,常来,{agent.mail}\n"
        "张伟,wei@a.test,,晨星科技,长期合作,,,李雷\n"
        "坏人,not-a-mail,,,,,,\n"
        "没有,,,,,,,\n"
    )
    id = await brought(who, text)
    assert await worked(office, who, id, "check") == counts(added=2, refused=2)
    assert await customers(who) == []
    assert await problems(who, id) == {4: ("request.invalid", ["mail"]), 5: ("imports.unidentified", [])}
    assert await worked(office, who, id, "start") == counts(added=2, refused=2)
    (fang,) = await customers(who, q="王芳")
    record = (await who.get(f"/customers/{fang['id']}")).json()
    assert {(one["kind"], one["handle"], one["opens"]) for one in record["handles"]} == {
        ("mail", "fang@a.test", False),
        ("phone", "13800000000", False),
    }
    assert (record["tier"], record["tags"], record["notes"]) == ("vip", ["重点", "华东"], "常来")
    assert record["dedicated_agent_id"] == agent.id
    assert [one["name"] for one in record["organisations"]] == ["晨星科技"]
    assert len((await who.get("/organisations")).json()["items"]) == 1


async def test_the_same_file_twice_doubles_nothing(office: Office) -> None:
    who = await manager(office)
    text = "姓名,邮箱,电话,企业,标签\n王芳,fang@a.test,13800000000,晨星科技,重点\n张伟,wei@a.test,,,\n"
    for wanted in (counts(added=2), counts(unchanged=2)):
        id = await brought(who, text)
        assert await worked(office, who, id, "check") == wanted
        assert await worked(office, who, id, "start") == wanted
    assert len(await customers(who)) == 2
    again = await brought(who, "姓名,邮箱,客户等级\n,fang@a.test,VIP\n,WEI@a.test,\n")
    assert await worked(office, who, again, "check") == counts(changed=1, unchanged=1)
    assert await worked(office, who, again, "start") == counts(changed=1, unchanged=1)
    assert {one["name"]: one["tier"] for one in await customers(who)} == {"王芳": "vip", "张伟": "normal"}


async def test_rows_of_a_file_about_the_same_are_refused_but_the_first(office: Office) -> None:
    who = await manager(office)
    id = await brought(who, "姓名,邮箱,电话\n王芳,fang@a.test,138000\n王芳二,FANG@a.test,\n王芳三,x@a.test,138-000\n")
    assert await worked(office, who, id, "check") == counts(added=1, refused=2)
    assert await worked(office, who, id, "start") == counts(added=1, refused=2)
    assert {code for code, _ in (await problems(who, id)).values()} == {"imports.row_repeated"}
    assert [one["name"] for one in await customers(who)] == ["王芳"]


async def test_a_row_that_names_two_customers_is_refused_and_leaves_nothing(office: Office) -> None:
    who = await manager(office)
    first = await brought(who, "姓名,邮箱,电话\n王芳,fang@a.test,\n张伟,,139000000\n")
    await worked(office, who, first, "check")
    await worked(office, who, first, "start")
    id = await brought(who, "姓名,邮箱,电话,备注\n王芳改,fang@a.test,139000000,新\n,fang@a.test,,有\n")
    await worked(office, who, id, "check")
    assert (await problems(who, id))[2][0] == "customers.handle_taken"
    assert {one["name"] for one in await customers(who)} == {"王芳", "张伟"}


async def test_a_customer_row_without_its_agent_leaves_no_customer_behind(office: Office) -> None:
    who = await manager(office)
    id = await brought(who, "姓名,邮箱,专属客服,企业\n王芳,fang@a.test,谁也不是,晨星\n张伟,wei@a.test,,\n")
    await worked(office, who, id, "check")
    assert await worked(office, who, id, "start") == counts(added=1, refused=1)
    assert [one["name"] for one in await customers(who)] == ["张伟"]
    assert (await who.get("/organisations")).json()["items"] == []


async def test_workbooks_give_numbers_as_they_are_read_and_formulas_by_their_value(office: Office) -> None:
    who = await manager(office)
    answer = await uploaded(who, workbook(["姓名", "电话"], ["王芳", 13800000000], ["=1+1", 1.5]), name="名单.xlsx")
    found = answer.json()
    assert (found["form"], found["detail"]) == ("xlsx", "名单")
    assert [one["cells"] for one in found["first"]] == [["王芳", "13800000000"], ["0", "1.5"]]


async def test_what_begins_like_a_formula_is_text_and_leaves_as_text(office: Office) -> None:
    who = await manager(office)
    text = '姓名,邮箱,备注\n"=HYPERLINK(""http://x"")",fang@a.test,\n\'+1,wei@a.test,\n@坏,bad,\n'
    id = await brought(who, text)
    await worked(office, who, id, "check")
    await worked(office, who, id, "start")
    assert {one["name"] for one in await customers(who)} == {'=HYPERLINK("http://x")', "+1"}
    file = await who.get(f"/imports/{id}/problems.csv", headers={"Accept-Language": "zh-CN"})
    assert "'@坏" in file.text and "邮箱: 应为邮箱地址" in file.text and "\n4," in file.text.replace("\r", "")


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"<x>" + b"A" * 500_000_000)
    return made.getvalue()


def vast() -> bytes:
    """One cell in the last corner of a sheet."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "姓名")
        sheet.write(1_048_575, 16_383, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"\n\n", "imports.no_rows"),
        ("姓名,邮箱\n".encode(), "imports.no_rows"),
        (b"PK\x03\x04 no workbook", "imports.broken_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "imports.old_workbook"),
        (b"a,b\n\xff\xff\xff,1\n", "imports.unknown_encoding"),
        ('a,b\n"' + "x" * 1_100_000, "imports.bad_quotes"),
        (",".join("abc" * 100) + "\n1\n", "imports.too_many_columns"),
        ("邮箱\n" + "x@a.test\n" * 100_001, "imports.too_many_rows"),
        (bomb, "imports.too_much"),
        (vast, "imports.too_much"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.startswith("imports.") else "",
)
async def test_files_that_are_no_tables_or_too_much_are_refused_with_the_reason(
    office: Office, raw: Any, code: str
) -> None:
    answer = await uploaded(await manager(office), raw() if callable(raw) else raw)
    assert (answer.status_code, answer.json()["code"]) == (422, "imports.unreadable")
    (fault,) = answer.json()["faults"]
    assert fault["code"] == code and fault["title"] and fault["remedy"]


async def test_more_bytes_than_may_come_are_refused(office: Office) -> None:
    answer = await uploaded(await manager(office), b"x" * (20 * 1024 * 1024 + 1))
    assert answer.status_code == 413


async def test_columns_are_mapped_by_hand_and_have_to_be_checked_again(office: Office) -> None:
    who = await manager(office)
    id = await brought(who, "甲,乙\n王芳,fang@a.test\n")
    refused = await who.post(f"/imports/{id}/check")
    assert refused.json()["faults"][0]["code"] == "imports.nothing_identifies"
    path = f"/imports/{id}/mapping"
    for bad, code in (
        (["name"], "wrong_count"),
        (["name", "shoe"], "unknown_key"),
        (["name", "name"], "imports.twice"),
    ):
        answer = await who.call("PUT", path, json={"columns": bad})
        assert (answer.status_code, answer.json()["faults"][0]["code"]) == (422, code)
    mapped = await who.call("PUT", path, json={"columns": ["name", "mail"]}, headers={"If-Match": '"1"'})
    assert [one["column"] for one in mapped.json()["columns"]] == ["name", "mail"]
    assert (
        await who.call("PUT", path, json={"columns": [None, "mail"]}, headers={"If-Match": '"1"'})
    ).status_code == 412
    assert (await who.post(f"/imports/{id}/start")).json()["code"] == "imports.not_checked"
    assert await worked(office, who, id, "check") == counts(added=1)
    await who.call("PUT", path, json={"columns": [None, "mail"]})
    assert (await who.post(f"/imports/{id}/start")).json()["code"] == "imports.not_checked"


async def test_a_run_is_cancelled_and_goes_on_where_it_was(office: Office) -> None:
    who = await manager(office)
    id = await brought(who, "姓名,邮箱\n" + "".join(f"客户{n},c{n}@a.test\n" for n in range(30)))
    await worked(office, who, id, "check")
    run = (await who.post(f"/imports/{id}/start")).json()["run"]["operation_id"]
    assert (await who.post(f"/imports/{id}/start")).json()["code"] == "imports.busy"
    await who.post(f"/operations/{run}/cancel")
    assert (await carry_out(office, who, run))["state"] == "cancelled"
    assert await worked(office, who, id, "start") == counts(added=30)
    assert await worked(office, who, id, "start") == counts(unchanged=30)


async def letters(office: Office) -> list[tuple[str, Any]]:
    async with office.read() as tx:
        return await tx.rows(
            tuple,
            "select recipient, next_at from delivery where workspace_id = %(workspace)s and state = 'queued'"
            " order by next_at",
        )


MEMBERS = "姓名,邮箱,角色\n甲,jia@a.test,agent\n乙,yi@a.test,agent\n丙,bing@a.test,agent\n坏,bad@a.test,nobody\n"


async def test_members_are_invited_as_they_come_each_once(office: Office) -> None:
    await with_mailbox(office)
    admin = await office.member("管理员", "system_admin")
    text = MEMBERS + f"管理员,{admin.mail},\n"
    id = await brought(admin, text, "members")
    await worked(office, admin, id, "check")
    assert await letters(office) == []
    begun = clock.now()
    assert await worked(office, admin, id, "start", invite=True) == counts(added=3, unchanged=1, refused=1)
    assert (await shown(admin, id))["run"]["invited"] == 3, "the end of an import says that letters go out"
    sent = await letters(office)
    assert {mail for mail, _ in sent} == {"jia@a.test", "yi@a.test", "bing@a.test"}
    gaps = [later - earlier for (_, earlier), (_, later) in pairwise(sent)]
    assert gaps == [PACE, PACE] and sent[0][1] - begun < PACE * 10
    for again in (id, await brought(admin, text, "members")):
        await worked(office, admin, again, "check")
        assert (await worked(office, admin, again, "start", invite=True))["added"] == 0
        assert (await shown(admin, again))["run"]["invited"] == 0
    assert await letters(office) == sent


async def test_those_who_were_not_invited_are_later_and_nobody_who_has_a_password(office: Office) -> None:
    await with_mailbox(office)
    admin = await office.member("管理员", "system_admin")
    id = await brought(admin, MEMBERS, "members")
    await worked(office, admin, id, "check")
    await worked(office, admin, id, "start")
    assert await letters(office) == [] and (await shown(admin, id))["run"]["invited"] is None
    members = {one["mail"]: one["id"] for one in (await admin.get("/members")).json()}
    by = {"current": None, "via": "cli", "now": clock.now()}
    await set_password(office.services.db, office.system(), members["jia@a.test"], "tR7-mule-Kiosk", **by)
    await admin.post(f"/members/{members['yi@a.test']}/password-link", {"shown": True})
    assert await worked(office, admin, id, "start", invite=True) == counts(changed=1, unchanged=2, refused=1)
    assert [mail for mail, _ in await letters(office)] == ["bing@a.test"]


async def test_who_cannot_be_invited_is_not(office: Office) -> None:
    admin, lead = await office.member("管理员", "system_admin"), await manager(office)
    id = await brought(admin, MEMBERS, "members")
    await worked(office, admin, id, "check")
    refused = await admin.post(f"/imports/{id}/start", {"invite": True})
    assert (refused.status_code, refused.json()["code"]) == (409, "imports.no_letters")
    await with_mailbox(office)
    customers_id = await brought(lead, "姓名,邮箱\n王芳,fang@a.test\n")
    await worked(office, lead, customers_id, "check")
    refused = await lead.post(f"/imports/{customers_id}/start", {"invite": True})
    assert (refused.status_code, refused.json()["code"]) == (422, "imports.nobody_to_invite")
    assert (await lead.post(f"/imports/{id}/start", {"invite": True})).status_code == 404
    assert await letters(office) == []


async def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = await manager(office)
    id = await brought(who, "姓名,邮箱,企业\n" + "".join(f"客户{n},c{n}@a.test,公司{n % 3}\n" for n in range(40)))
    await worked(office, who, id, "check")
    run = (await who.post(f"/imports/{id}/start")).json()["run"]["operation_id"]
    real, calls = imports_work._tell, 0

    async def dies(*args: Any, **named: Any) -> None:
        nonlocal calls
        calls += 1
        if calls in (2, 4):
            raise runner.LeaseLost(run)
        await real(*args, **named)

    monkeypatch.setattr(imports_work, "_tell", dies)
    for _ in range(2):
        with pytest.raises(runner.LeaseLost):
            while True:
                await runner.step(work(office))
        async with office.services.db.write(office.id) as tx:
            tx.put("update operation set lease_until = null where workspace_id = %(workspace)s")
    await carry_out(office, who, run)
    found = (await shown(who, id))["run"]
    assert (found["state"], found["added"], found["refused"]) == ("done", 40, 0)
    assert len(await customers(who, limit=100)) == 40
    assert len((await who.get("/organisations")).json()["items"]) == 3


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_a_template_is_filled_in_and_read_without_mapping_by_hand(office: Office, form: str) -> None:
    admin = await office.member("管理员", "system_admin")
    for kind in (await admin.get("/imports/kinds")).json():
        for locale in ("zh-CN", "en"):
            path = f"/imports/kinds/{kind['key']}/template"
            file = await admin.get(path, form=form, headers={"Accept-Language": locale})
            assert file.status_code == 200
            content = file.content
            if form == "csv":
                answer = await uploaded(admin, content + b"a,b\n", kind["key"])
                mapped = [one["column"] for one in answer.json()["columns"]]
                assert mapped == [one["key"] for one in kind["columns"]]


async def test_rows_are_not_kept_for_ever(office: Office) -> None:
    from gongdan.domains.imports.sweeping import OWNER, sweeping
    from gongdan.infra.timers.fire import DueTimer

    who = await manager(office)
    id = await brought(who, "姓名,邮箱\n王芳,fang@a.test\n")
    async with office.read() as tx:
        (timer,) = await tx.rows(
            dict,
            "select key, generation, fire_at from timer where workspace_id = %(workspace)s and owner = %(owner)s"
            " and subject = %(id)s",
            owner=OWNER,
            id=id,
        )
    due = DueTimer(workspace_id=office.id, owner=OWNER, subject=id, attempts=1, **timer)
    await sweeping(office.services.db)(office.id, [due])
    found = await shown(who, id)
    assert found["forgotten_at"] is not None and found["first"] == []
    assert (await who.post(f"/imports/{id}/check")).json()["code"] == "imports.forgotten"
