"""Tickets that come from a table: as they stood there, once, with nothing that follows from it."""

from datetime import datetime

import pytest

from gongdan import wiring
from gongdan.domains.conversations.public import flaws_of_conversations
from gongdan.domains.tickets.public import flaws_of_fold
from gongdan.infra.log import seal
from tests.api.test_imports import brought, counts, problems, worked
from tests.domains.tickets.test_jobs import timers
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio

HEAD = "编号,标题,描述,提交人,邮箱,类型,分类,优先级,状态,组,负责人,标签,创建,解决时间,关闭时间,评分\n"


async def manager(office: Office) -> Visitor:
    return await office.member("管理员", "admin")


async def run(office: Office, who: Visitor, text: str | bytes) -> dict[str, int]:
    """Try it, which changes nothing, and do it."""
    id = await brought(who, text, "tickets")
    before = await count(office, "ticket")
    tried = await worked(office, who, id, "check")
    assert await count(office, "ticket") == before
    done = await worked(office, who, id, "start")
    assert done == tried
    return done


async def count(office: Office, table: str) -> int:
    async with office.read() as tx:
        (found,) = await tx.rows(dict, f"select count(*) as n from {table} where workspace_id = %(workspace)s")
    return int(found["n"])


async def examined(office: Office) -> None:
    """Rows are the fold of the log, and its chain holds."""
    async with office.read() as tx:
        assert await flaws_of_fold(tx, office.services.log, wiring.SUBJECTS, 100) == []
        assert await flaws_of_conversations(tx, office.services.log, 100) == []
        assert [flaw async for flaw in seal.verify(tx)] == []


async def test_a_closed_ticket_is_history(office: Office) -> None:
    who, lei = await manager(office), await office.member("李雷", "agent", service=False)
    row = (
        "10042,登录后白屏,一直转圈,王芳,fang@a.test,技术支持,产品使用 / 故障报修,高,已关闭,客服组,"
        f"{lei.mail},登录、白屏,2024-03-01 09:30,2024/3/2 10:00,2024年3月5日 18:00,5\n"
    )
    async with office.read() as tx:
        teams = await tx.rows(dict, "select key, name from team where workspace_id = %(workspace)s and key='service'")
    row = row.replace("客服组", teams[0]["name"]["zh-CN"])
    assert await run(office, who, HEAD + row) == counts(added=1)
    async with office.read() as tx:
        (ticket,) = await tx.rows(dict, "select * from ticket where workspace_id = %(workspace)s")
        (message,) = await tx.rows(dict, "select * from message where workspace_id = %(workspace)s")
    assert (ticket["title"], ticket["type"], ticket["category"]) == ("登录后白屏", "technical", "product-fault")
    assert (ticket["priority"], ticket["status"], ticket["phase"]) == ("P1", "closed", "closed")
    assert (ticket["team"], ticket["assignee_id"], ticket["rating"]) == ("service", lei.id, 5)
    assert sorted(ticket["tags"]) == sorted(["登录", "白屏"])
    at = [ticket[name].astimezone(tz=None).isoformat() for name in ("created_at", "resolved_at", "closed_at")]
    assert [datetime.fromisoformat(one).timestamp() for one in at] == [
        datetime.fromisoformat(one).timestamp()
        for one in ("2024-03-01T09:30+08:00", "2024-03-02T10:00+08:00", "2024-03-05T18:00+08:00")
    ]
    assert ticket["archived_at"] is not None and ticket["routing_since"] is None and ticket["channel"] == "import"
    assert message["at"] == ticket["created_at"] and message["origin_ticket_id"] is None
    for table in ("ticket_clock", "delivery", "notice"):
        assert await count(office, table) == 0, table
    async with office.services.db.plain() as connection:
        timers = await (
            await connection.execute("select * from timer where workspace_id = %s and owner <> 'imports'", [office.id])
        ).fetchall()
    assert [one for one in timers if "operations" not in map(str, one)] == []
    shown = (await who.get(f"/tickets/{ticket['number']}")).json()
    said = [one["message"]["text"] for one in shown["timeline"] if one.get("message")]
    assert said == ["一直转圈"]
    assert any("10042" in one["text"] for one in shown["timeline"])
    await examined(office)


async def test_an_open_ticket_is_promised_what_is_left_from_now_on(office: Office) -> None:
    who = await manager(office)
    text = (
        "编号,标题,描述,提交人,邮箱,类型,分类,创建\nA-1,开不了机,不亮,张伟,wei@a.test,技术支持,其他,2023-01-05 10:00\n"
    )
    assert await run(office, who, text) == counts(added=1)
    async with office.read() as tx:
        (ticket,) = await tx.rows(dict, "select * from ticket where workspace_id = %(workspace)s")
        clocks = await tx.rows(dict, "select body from ticket_clock where workspace_id = %(workspace)s")
        kinds = await tx.rows(
            dict, "select kind, via from event where workspace_id = %(workspace)s and stream = 'ticket'"
        )
    assert (ticket["status"], ticket["breached"], ticket["escalation"]) == ("new", False, None)
    assert ticket["next_due_at"] > ticket["status_at"] > ticket["created_at"]
    assert {one["body"]["metric"] for one in clocks} >= {"first_response", "resolution"}
    assert kinds == [{"kind": "ticket.imported", "via": "import"}]
    async with office.desk() as desk:  # time passes, and somebody looks at it
        (case,) = await desk.cases_by_id([ticket["id"]])
        assert desk.settle(case).events == []
    await examined(office)


async def test_the_same_comes_in_once(office: Office) -> None:
    who = await manager(office)
    text = (
        "编号,来源,标题,邮箱,类型,分类\n"
        "1,旧系统,甲,a@a.test,技术支持,其他\n"
        "1,新系统,乙,a@a.test,技术支持,其他\n"
        ",旧系统,丙,a@a.test,技术支持,其他\n"
        "1,旧系统,丁,a@a.test,技术支持,其他\n"
    )
    assert await run(office, who, text) == counts(added=3, refused=1)
    assert await run(office, who, text) == counts(unchanged=3, refused=1)
    assert await count(office, "ticket") == 3


async def test_what_the_form_refuses_is_refused_in_its_words(office: Office) -> None:
    who = await manager(office)
    text = (
        "编号,标题,邮箱,提交人,类型,分类,优先级,状态,负责人,创建,评分,影响版本\n"
        "1,甲,a@a.test,,没有的类型,其他,,,,,,\n"
        "2,乙,a@a.test,,技术支持,,,,,,,\n"
        "3,丙,,,技术支持,其他,,,,,,\n"
        "4,丁,a@a.test,,技术支持,其他,,没有的状态,无此人,某天,9,\n"
        "5,戊,a@a.test,,账户问题,账号问题,,,,,,1.0\n"
        "6,己,a@a.test,,技术支持,其他,,,,2999-01-01,,\n"
        "7,,a@a.test,,技术支持,其他,,,,,,\n"
        "8,庚,不是邮箱,,技术支持,其他,,,,,,\n"
        "9,辛,,只有名字,技术支持,其他,,,,,,\n"
    )
    id = await brought(who, text, "tickets")
    assert await worked(office, who, id, "check") == counts(added=1, refused=8)
    found = await problems(who, id)
    assert {row: fields for row, (_, fields) in found.items()} == {
        2: ["type"],
        3: ["category"],
        4: ["requester"],
        5: ["created_at", "status", "assignee", "rating"],
        6: ["fields.affected-version"],
        7: ["created_at"],
        8: ["title"],
        9: ["mail"],
    }
    assert await count(office, "ticket") == 0 == await count(office, "customer")


async def test_one_who_is_only_named_is_one_person_of_their_source_and_nobody_else(office: Office) -> None:
    known, who = await office.customer("王芳"), await manager(office)
    text = "编号,标题,提交人,类型,分类\n1,甲,王芳,技术支持,其他\n2,乙,王芳,技术支持,其他\n"
    await run(office, who, text)
    await run(office, who, text.replace("1,甲", "3,丙"))
    async with office.read() as tx:
        found = await tx.rows(dict, "select distinct requester_id from ticket where workspace_id = %(workspace)s")
    assert len(found) == 1 and found[0]["requester_id"] != known.id


async def test_by_a_mail_address_it_is_the_customer_who_has_it_and_they_see_it(office: Office) -> None:
    known, who = await office.customer("王芳", mail="fang@a.test"), await manager(office)
    await run(office, who, "编号,标题,描述,邮箱,类型,分类\n1,甲,你好,FANG@a.test,技术支持,其他\n")
    async with office.read() as tx:
        (ticket,) = await tx.rows(dict, "select number, requester_id from ticket where workspace_id = %(workspace)s")
    assert ticket["requester_id"] == known.id
    shown = (await known.get(f"/portal/tickets/{ticket['number']}")).json()
    assert "你好" in str(shown) and "旧系统" not in str(shown)


async def test_life_goes_on_after_it(office: Office) -> None:
    who, lei = await manager(office), await office.member("李雷", "agent", service=False)
    await run(office, who, "编号,标题,描述,邮箱,类型,分类\n1,甲,你好,fang@a.test,技术支持,其他\n")
    async with office.read() as tx:
        (ticket,) = await tx.rows(dict, "select number from ticket where workspace_id = %(workspace)s")
    number = ticket["number"]
    answer = await who.post(f"/tickets/{number}/replies", {"text": "您好，请重启。"})
    assert answer.status_code == 201, answer.text
    assert (
        await who.post(f"/tickets/{number}/assignments", {"team": "service", "assignee_id": lei.id})
    ).status_code < 300
    before = (await who.get(f"/tickets/{number}", as_of="2020-01-01T00:00:00Z")).status_code
    assert before == 422  # as for every ticket
    await examined(office)


async def test_what_came_as_resolved_asks_no_customer_and_stays_until_somebody_closes_it(office: Office) -> None:
    who = await manager(office)
    head = "编号,标题,邮箱,类型,分类,状态,创建,解决时间,关闭时间\n"
    await run(office, who, head + "1,甲,a@a.test,技术支持,其他,已解决,2024-03-01,2024-03-02,\n")
    await run(office, who, head + "2,乙,a@a.test,技术支持,其他,已关闭,2024-03-01,2024-03-02,2024-03-03\n")
    async with office.read() as tx:
        ticket, closed = await tx.rows(dict, "select * from ticket where workspace_id = %(workspace)s order by id")
    assert (ticket["phase"], ticket["resolved_at"].isoformat()) == ("resolved", "2024-03-01T16:00:00+00:00")
    assert closed["phase"] == "closed"
    assert [one for one in await timers(office) if one.owner == "status"] == [], "no limit writes to the customer"
    agent = await office.member("李雷", "director")
    answer = await agent.post(f"/tickets/{ticket['number']}/close", {"reason": "not_needed"})
    assert answer.status_code == 200, answer.text
    await examined(office)


async def test_one_who_is_only_named_and_was_merged_is_whom_they_went_into(office: Office) -> None:
    known, who = await office.customer("王小芳"), await manager(office)
    text = "编号,标题,提交人,类型,分类\n1,甲,王芳,技术支持,其他\n"
    await run(office, who, text)
    async with office.read() as tx:
        (named,) = await tx.rows(dict, "select requester_id as id from ticket where workspace_id = %(workspace)s")
    answer = await who.post(f"/customers/{known.id}/merge", {"merged_id": named["id"]})
    assert answer.status_code == 200, answer.text
    await run(office, who, text.replace("1,甲", "2,乙"))
    async with office.read() as tx:
        found = await tx.rows(dict, "select distinct requester_id from ticket where workspace_id = %(workspace)s")
    assert [one["requester_id"] for one in found] == [known.id]


async def test_what_ended_before_anybody_says_when_it_began_began_no_later(office: Office) -> None:
    who = await manager(office)
    text = (
        "编号,标题,描述,邮箱,类型,分类,状态,首次响应时间,解决时间,关闭时间\n"
        "1,甲,你好,a@a.test,技术支持,其他,已关闭,2024-03-01 09:30,2024-03-02 10:00,2024-03-05 18:00\n"
    )
    assert await run(office, who, text) == counts(added=1)
    async with office.read() as tx:
        (ticket,) = await tx.rows(dict, "select * from ticket where workspace_id = %(workspace)s")
        (message,) = await tx.rows(dict, "select at from message where workspace_id = %(workspace)s")
    assert ticket["created_at"] <= ticket["first_response_at"] <= ticket["resolved_at"] <= ticket["closed_at"]
    assert message["at"] == ticket["created_at"] and ticket["updated_at"] == ticket["closed_at"]


async def test_it_is_not_closed_before_it_was_resolved(office: Office) -> None:
    who = await manager(office)
    text = (
        "编号,标题,邮箱,类型,分类,状态,创建,解决时间,关闭时间\n"
        "1,甲,a@a.test,技术支持,其他,已关闭,2024-03-01,2024-03-05,2024-03-02\n"
    )
    id = await brought(who, text, "tickets")
    assert await worked(office, who, id, "check") == counts(refused=1)
    assert [fields for _, fields in (await problems(who, id)).values()] == [["closed_at"]]


async def test_an_open_ticket_of_somebody_who_left_waits_for_others(office: Office) -> None:
    who, lei = await manager(office), await office.member("李雷", "agent", service=False)
    answer = await who.post(f"/members/{lei.id}/departure", {"to_team": "service"})
    text = (
        "编号,标题,邮箱,类型,分类,状态,负责人\n"
        f"1,甲,a@a.test,技术支持,其他,,{lei.mail}\n2,乙,a@a.test,技术支持,其他,已关闭,{lei.mail}\n"
    )
    assert answer.is_success, answer.text
    assert await run(office, who, text) == counts(added=2)
    async with office.read() as tx:
        rows = await tx.rows(dict, "select title, assignee_id from ticket where workspace_id = %(workspace)s")
    assert {one["title"]: one["assignee_id"] for one in rows} == {"甲": None, "乙": lei.id}
