"""What other systems give out, by the formats that they publish: read, taken over once, and told when it is none."""

import json
from typing import Any

import pytest

from gongdan.domains.channels.public import sanitise, to_text
from gongdan.domains.transfer.foreign.osticket import read_osticket
from gongdan.domains.transfer.foreign.shapes import ForeignTicket, NoExport
from gongdan.domains.transfer.foreign.taking import TakenOver, Takeover, files_named, take_over
from gongdan.domains.transfer.foreign.zammad import read_zammad
from gongdan.domains.transfer.foreign.zendesk import read_zendesk
from tests.domains.transfer.test_tables import count, examined
from tests.kit import Office

pytestmark = pytest.mark.anyio

USERS = [
    {"id": 11, "name": "王芳", "email": "fang@a.test", "role": "end-user", "phone": None},
    {"id": 12, "name": "李雷", "email": "lei@b.test", "role": "agent"},
]
COMMENTS: list[dict[str, Any]] = [
    {
        "id": 1,
        "author_id": 11,
        "body": "打不开",
        "html_body": "<p>打不开<script>x</script></p>",
        "public": True,
        "created_at": "2024-03-01T01:00:00Z",
    },
    {"id": 2, "author_id": 12, "body": "内部看一下", "public": False, "created_at": "2024-03-01T02:00:00Z"},
    {"id": 3, "author_id": 12, "body": "请重启", "public": True, "created_at": "2024-03-01T03:00:00Z"},
]
ZENDESK: dict[str, Any] = {
    "id": 501,
    "subject": "登录后白屏",
    "description": "打不开",
    "status": "closed",
    "priority": "urgent",
    "requester_id": 11,
    "assignee_id": 12,
    "group_id": 7,
    "tags": ["登录", "vip"],
    "created_at": "2024-03-01T01:00:00Z",
    "updated_at": "2024-03-05T01:00:00Z",
    "satisfaction_rating": {"score": "good"},
}
OPEN = ZENDESK | {"id": 502, "status": "hold", "priority": None, "satisfaction_rating": {"score": "unoffered"}}
DELETED = ZENDESK | {"id": 503, "status": "deleted"}


def in_lines() -> list[bytes]:
    """One ticket in a line, with everything within."""
    within = {"comments": COMMENTS, "requester": USERS[0], "assignee": USERS[1], "group": {"id": 7, "name": "技术组"}}
    comments = [one | {"author": USERS[one["author_id"] - 11]} for one in COMMENTS]
    lines = [one | within | {"comments": comments} for one in (ZENDESK, OPEN, DELETED)]
    return ["\n".join(json.dumps(one, ensure_ascii=False) for one in lines).encode()]


def in_pages() -> list[bytes]:
    """Pages of the incremental exports, and the comments of each ticket."""
    tickets = {"tickets": [ZENDESK, OPEN, DELETED], "users": USERS, "groups": [{"id": 7, "name": "技术组"}]}
    comments = {"comments": [one | {"ticket_id": id} for id in (501, 502) for one in COMMENTS]}
    return [json.dumps(one).encode() for one in (comments, tickets | {"end_of_stream": True})]


@pytest.mark.parametrize("files", [in_lines(), in_pages()], ids=["lines", "pages"])
def test_zendesk_is_read_in_lines_and_in_pages(files: list[bytes]) -> None:
    closed, held = read_zendesk(files, "UTC")
    assert (closed.id, closed.title, closed.phase, closed.urgency, closed.rating) == (
        "501",
        "登录后白屏",
        "closed",
        0,
        5,
    )
    assert (closed.requester.mail, closed.group, list(closed.tags)) == ("fang@a.test", "技术组", ["登录", "vip"])
    assert closed.assignee is not None and closed.assignee.mail == "lei@b.test"
    assert [(one.is_agent, one.internal, one.text) for one in closed.messages] == [
        (False, False, "打不开"),
        (True, True, "内部看一下"),
        (True, False, "请重启"),
    ]
    assert (held.phase, held.closed_at, held.urgency, held.rating) == ("waiting_internal", None, None, None)


def test_zammad_is_read_by_names_and_by_ids() -> None:
    ticket = {"id": 3, "number": "31003", "title": "打印机", "created_at": "2024-03-01T01:00:00.000Z"}
    named = ticket | {
        "state": "closed",
        "priority": "3 high",
        "group": "技术组",
        "customer": "fang@a.test",
        "customer_id": 5,
        "owner_id": 6,
        "close_at": "2024-03-02T01:00:00.000Z",
    }
    by_ids = ticket | {"state_id": 3, "priority_id": 1, "group_id": 2, "customer_id": 5, "owner_id": 1}
    articles = [
        {
            "id": 1,
            "ticket_id": 3,
            "sender": "Customer",
            "body": "<b>坏了</b>",
            "content_type": "text/html",
            "internal": False,
            "created_by_id": 5,
            "created_at": "2024-03-01T01:00:00.000Z",
        },
        {
            "id": 2,
            "ticket_id": 3,
            "sender": "Agent",
            "body": "看看",
            "content_type": "text/plain",
            "internal": True,
            "created_by_id": 6,
            "created_at": "2024-03-01T02:00:00.000Z",
        },
        {"id": 3, "ticket_id": 3, "sender": "System", "body": "自动", "created_at": "2024-03-01T02:00:00.000Z"},
    ]
    users = [
        {"id": 5, "login": "fang@a.test", "firstname": "芳", "lastname": "王", "email": "fang@a.test"},
        {"id": 6, "login": "lei@b.test", "firstname": "雷", "lastname": "李", "email": "lei@b.test"},
    ]
    groups = [{"id": 2, "name": "客服组", "active": True}]
    (one,) = read_zammad([json.dumps(file).encode() for file in ([named], articles, users)], "UTC")
    assert (one.id, one.phase, one.urgency, one.group) == ("31003", "closed", 0, "技术组")
    assert one.assignee is not None and (one.requester.name, one.assignee.mail) == ("芳 王", "lei@b.test")
    said = [(message.is_agent, message.internal, message.text, message.html) for message in one.messages]
    assert said == [(False, False, "", "<b>坏了</b>"), (True, True, "看看", None)]
    (two,) = read_zammad([json.dumps(file).encode() for file in (groups, by_ids, users)], "UTC")
    assert (two.phase, two.urgency, two.group, two.assignee) == ("waiting_internal", 1, "客服组", None)
    assets = {"assets": {"Ticket": {"3": by_ids}, "User": {"5": users[0]}, "TicketArticle": {"1": articles[0]}}}
    (three,) = read_zammad([json.dumps(assets).encode()], "UTC")
    assert len(three.messages) == 1 and three.requester.mail == "fang@a.test"


def test_osticket_is_read_from_its_table() -> None:
    table = (
        "Ticket Number,Date Created,Subject,From,From Email,Priority,Department,Help Topic,Current Status,Closed Date,"
        "Agent Assigned\n"
        "900001,2024-03-01 09:30:00,打印机,王芳,fang@a.test,Emergency,Support,General,Closed,2024-03-02 10:00:00,李雷\n"
        "900002,2024-03-01 09:30:00,网络,张伟,wei@a.test,Low,Support,General,Open,,\n"
    )
    closed, still = read_osticket([table.encode()], "Asia/Shanghai")
    assert (closed.phase, closed.urgency, still.phase, still.urgency) == ("closed", 0, "open", 1)
    assert closed.created_at is not None and closed.created_at.isoformat() == "2024-03-01T01:30:00+00:00"
    assert (still.closed_at, still.assignee) == (None, None)


@pytest.mark.parametrize("read", [read_zendesk, read_zammad, read_osticket])
@pytest.mark.parametrize(
    "raw", [b"", b"nonsense", b"{}", b"[1, 2]", b'{"tickets": "x"}', b"\xff\xfe\x00", b"a,b\n1,2\n"]
)
def test_what_is_none_of_theirs_is_told(read: Any, raw: bytes) -> None:
    with pytest.raises(NoExport):
        read([raw], "UTC")


async def taken(office: Office, found: list[ForeignTicket], *, is_trial: bool = False, **more: Any) -> TakenOver:
    rules = await office.services.rules(office.id, 1)
    how = Takeover(source="zendesk", is_trial=is_trial, sanitise=sanitise, to_text=to_text, **more)
    return await take_over(office.services.uow, office.services.numbers, office.system(), rules, found, how)


async def test_tickets_come_with_all_that_was_said_and_once(office: Office) -> None:
    found = read_zendesk(in_lines(), "UTC")
    tried = await taken(office, found, is_trial=True)
    assert (tried.added, tried.refused, await count(office, "ticket")) == (2, {}, 0)
    done = await taken(office, found)
    assert (done.added, done.unchanged, done.refused) == (2, 0, {})
    again = await taken(office, found)
    assert (again.added, again.unchanged) == (0, 2)
    async with office.read() as tx:
        closed, held = await tx.rows(dict, "select * from ticket where workspace_id = %(workspace)s order by id")
        said = await tx.rows(
            dict,
            "select m.author, m.audience, m.at, v.text, v.html from message m join message_version v"
            " on v.workspace_id = m.workspace_id and v.message_id = m.id join conversation_ticket l"
            " on l.workspace_id = m.workspace_id and l.conversation_id = m.conversation_id"
            " where m.workspace_id = %(workspace)s and l.ticket_id = %(id)s order by m.at",
            id=closed["id"],
        )
    assert [(one["author"], one["audience"]) for one in said] == [
        ("customer", "customer"),
        ("agent", "internal"),
        ("agent", "customer"),
    ]
    assert "script" not in said[0]["html"]
    assert (closed["phase"], closed["priority"], closed["rating"]) == ("closed", "P0", 5)
    assert closed["first_response_at"] == said[2]["at"] and closed["archived_at"] is not None
    assert held["phase"] not in ("resolved", "closed") and held["customer_waiting_at"] is None
    assert held["incomplete"] == ["category"] or "category" in held["incomplete"]
    assert await count(office, "customer") == 1
    await examined(office)


async def test_a_type_and_a_category_may_be_said_of_all(office: Office) -> None:
    found = read_zendesk(in_pages(), "UTC")
    assert (await taken(office, found, type="technical", category="other")).added == 2
    refused = await taken(office, found, type="nonsense")
    assert (refused.added, refused.unchanged) == (0, 2)
    other = [type(one)(**{**{n: getattr(one, n) for n in one.__struct_fields__}, "id": "x" + one.id}) for one in found]
    assert len((await taken(office, other, type="nonsense")).refused) == 2


async def test_files_that_do_not_come_along_are_named_and_counted(office: Office) -> None:
    file = {"id": 1, "file_name": "截图<1>.png", "content_url": "https://x.test/1", "size": 10}
    comments = [
        COMMENTS[0] | {"attachments": [file, file | {"file_name": "日志.txt"}]},
        {**COMMENTS[2], "body": "", "attachments": [file | {"file_name": "手册.pdf"}]},
    ]
    pages = [{"tickets": [ZENDESK], "users": USERS}, {"comments": [one | {"ticket_id": 501} for one in comments]}]
    found = read_zendesk([json.dumps(one).encode() for one in pages], "UTC")
    assert (await taken(office, found, is_trial=True)).files_left == 3
    assert (await taken(office, found)).files_left == 3
    assert (await taken(office, found)).files_left == 0
    async with office.read() as tx:
        said = await tx.rows(
            dict, "select text, html from message_version where workspace_id = %(workspace)s order by at"
        )
    first = "未导入的附件（2 个）：截图<1>.png · 日志.txt"
    assert said[0]["text"] == f"打不开\n\n{first}"
    assert said[0]["html"].endswith(f"<p>{first.replace('<', '&lt;').replace('>', '&gt;')}</p>")
    assert said[1] == {"text": "未导入的附件（1 个）：手册.pdf", "html": None}
    await examined(office)


def test_of_many_files_the_first_are_named() -> None:
    said = files_named([f"{n}.txt" for n in range(30)], "en")
    assert said.startswith("Attachments left behind (30): 0.txt · 1.txt") and said.endswith("19.txt …")


async def test_an_article_of_html_can_be_read_as_text_and_one_of_files_alone_is_kept(office: Office) -> None:
    at = {"ticket_id": 3, "sender": "Customer", "internal": False, "created_at": "2024-03-01T01:00:00.000Z"}
    articles = [
        at | {"id": 1, "body": "<p>坏<b>了</b></p>", "content_type": "text/html"},
        at | {"id": 2, "body": "", "attachments": [{"id": 9, "filename": "照片.jpg", "size": "10"}]},
    ]
    ticket = {"id": 3, "number": "31003", "title": "打印机", "state": "open", "customer": "fang@a.test"}
    found = read_zammad([json.dumps(one).encode() for one in ([ticket], articles)], "UTC")
    assert [one.files for one in found[0].messages] == [[], ["照片.jpg"]]
    done = await taken(office, found)
    assert (done.added, done.files_left, done.refused) == (1, 1, {})
    async with office.read() as tx:
        said = await tx.rows(
            dict, "select text from message_version where workspace_id = %(workspace)s order by message_id"
        )
    assert [one["text"] for one in said] == ["坏了", "未导入的附件（1 个）：照片.jpg"]


async def test_a_ticket_with_very_many_messages_comes_whole(office: Office) -> None:
    many = 3_000
    comments = [COMMENTS[n % 3] | {"id": n, "ticket_id": 501} for n in range(many)]
    found = read_zendesk([json.dumps({"tickets": [ZENDESK], "users": USERS, "comments": comments}).encode()], "UTC")
    assert (await taken(office, found)).added == 1
    assert await count(office, "message") == many
