"""Channels and the system in the administration: by hand, against real mail servers."""

import json
import re
import secrets
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.visits import Locale, Visit, Width
from tests.servers.dovecot import PASSWORD as MAILBOX_PASSWORD
from tests.servers.dovecot import USER as MAILBOX
from tests.servers.dovecot import Dovecot
from tests.servers.smtp import SmtpPeer

BOSS, SECRET = "zhoulan@yunfan.example", "tR7-mule-Kiosk"
PAGES = ("", "/mailboxes", "/quarantine", "/outbox", "/notices", "/workspace", "/operations", "/system")


@pytest.fixture(scope="module")
def boss(served: Served, imap: Dovecot) -> Iterator[str]:
    """Who manages the company; one mail that nobody can be answered for has come in."""
    given = SECRET + "\n"
    served.command("user", "add", BOSS, "--name", "周岚", "--role", "system_admin", "--workspace", COMPANY, given=given)
    imap.deliver("Subject: =?utf-8?b?6K+36Zeu?=\r\n\r\n谁能帮我看看 <b>这个</b>？\r\n".encode(), name="nobody")
    yield BOSS


def ask(page: Page, method: str, path: str, body: Any = None) -> Any:
    """As the page itself would, with its session."""
    csrf = page.request.get("/api/v1/session").json()["csrf"]
    answer = page.request.fetch(
        f"/api/v1{path}",
        method=method,
        headers={"X-CSRF-Token": csrf, "Content-Type": "application/json"},
        data=json.dumps(body) if body is not None else None,
    )
    assert answer.ok, answer.text()
    return answer.json() if answer.status != 204 else None


def fill_server(page: Page, part: str, port: int) -> None:
    section = page.get_by_role("group", name=part)
    section.get_by_label("服务器").fill("127.0.0.1")
    section.get_by_label("加密").click()
    page.locator(".ant-select-dropdown:visible").get_by_text("不加密", exact=True).click()
    section.get_by_label("端口").fill(str(port))


def test_a_mailbox_is_tried_kept_and_paused(
    served: Served, imap: Dovecot, smtp: SmtpPeer, boss: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/mailboxes")
    expect(page.get_by_role("row", name=re.compile(MAILBOX))).to_contain_text("正常")
    page.get_by_role("button", name="添加邮箱").click()
    page.get_by_label("邮箱地址").fill("help@163.com")
    page.get_by_label("邮箱地址").blur()
    expect(page.get_by_text("请填写授权码")).to_be_visible()
    expect(page.get_by_role("group", name="收信").get_by_label("服务器")).to_have_value("imap.163.com")
    who.picture("mailbox-preset")
    page.get_by_label("邮箱地址").fill(f"sales-{secrets.token_hex(3)}@yunfan.example")
    page.get_by_label("发件人名称").fill("云帆销售")
    fill_server(page, "收信", 1)
    fill_server(page, "发信", smtp.port)
    reading = page.get_by_role("group", name="收信")
    reading.get_by_label("用户名").fill(MAILBOX)
    reading.get_by_label("密码或授权码").fill(MAILBOX_PASSWORD)
    page.get_by_role("button", name="测试连接").click()
    expect(page.get_by_text("服务器拒绝了连接")).to_be_visible()
    who.picture("mailbox-refused")
    page.mouse.move(0, 0)
    assert not who.barriers()
    reading.get_by_label("端口").fill(str(imap.port))
    page.get_by_role("button", name="测试连接").click()
    expect(page.get_by_text("全部通过，可以保存。")).to_be_visible()
    page.keyboard.press("Control+s")
    row = page.get_by_role("row", name=re.compile("云帆销售"))
    expect(row).to_be_visible()
    who.picture("mailboxes")
    row.get_by_role("button", name=re.compile("的操作")).click()
    page.get_by_role("menuitem", name="停用").click()
    page.get_by_role("dialog").get_by_role("button", name="停用").click()
    expect(row).to_contain_text("已停用")
    row.get_by_role("button", name=re.compile("云帆销售")).first.click()
    expect(page.get_by_text("这个邮箱已停用")).to_be_visible()
    expect(page.get_by_role("group", name="收信").get_by_label("密码或授权码")).to_have_value("")
    who.picture("mailbox-paused")
    page = who.go("/admin/mailboxes")
    row.get_by_role("button", name=re.compile("的操作")).click()
    page.get_by_role("menuitem", name="移除").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("待发邮件 0 封")).to_be_visible()
    who.picture("mailbox-retire")
    page.mouse.move(0, 0)
    assert not who.barriers()
    dialog.get_by_role("button", name="移除").click()
    expect(row).to_have_count(0)


def test_a_server_inside_is_refused_with_the_reason(served: Served, boss: str, visit: Callable[..., Visit]) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    who.refusals.add(422)
    page = who.go("/admin/mailboxes/new")
    page.get_by_label("邮箱地址").fill("in@yunfan.example")
    page.get_by_label("发件人名称").fill("内部")
    page.get_by_role("group", name="发信").get_by_role("switch").click()
    page.get_by_role("group", name="收信").get_by_label("服务器").fill("10.0.0.1")
    page.get_by_role("button", name="测试连接").click()
    expect(page.get_by_role("alert").filter(has_text="GONGDAN_INTERNAL_HOSTS")).to_be_visible()
    who.picture("mailbox-inside")


def test_a_held_mail_is_read_thrown_away_and_fetched_back(
    served: Served, boss: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/quarantine")
    row = page.get_by_role("row", name=re.compile("请问"))
    for _ in range(20):
        if row.count():
            break
        page.wait_for_timeout(500)
        page.reload()
        who.settle()
    who.picture("quarantine")
    held = row.count()  # each mailbox that reads the folder has a copy
    expect(row.first).to_contain_text("没有可回复的发件人")
    row.first.get_by_role("button").first.click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("谁能帮我看看")).to_be_visible()
    drawer.get_by_role("button", name="原文（纯文本）").click()
    expect(drawer.locator("pre")).to_contain_text("<b>这个</b>")
    page.wait_for_timeout(300)
    who.picture("quarantine-mail")
    assert not who.barriers()
    drawer.get_by_role("button", name="重新处理").click()
    expect(page.get_by_text("仍然无法处理")).to_be_visible()
    drawer.get_by_role("button", name="丢弃").click()
    expect(row).to_have_count(held - 1)
    page.get_by_text("未建单", exact=True).click()
    expect(row).to_have_count(1)
    expect(row).to_contain_text("已由人工丢弃")


def test_the_outbox_says_what_went_out(served: Served, boss: str, visit: Callable[..., Visit]) -> None:
    served.command("mailbox", "list", "--workspace", COMPANY)
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/outbox")
    expect(page.get_by_role("radiogroup", name="状态")).to_be_visible()
    who.picture("outbox-to-see-to")
    page.get_by_text("已发送", exact=True).click()
    expect(page).to_have_url(re.compile("state=sent"))
    page.reload()
    who.settle()
    who.picture("outbox")


def test_an_operation_is_followed_its_problems_read_and_it_is_taken_back(
    served: Served, boss: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/operations")
    expect(page.get_by_text("还没有批量操作")).to_be_visible()
    ticket = {"title": "批量", "text": "x", "category": "inquiry"}
    numbers = [ask(page, "POST", "/tickets", ticket)["number"] for _ in range(3)]
    params = {"numbers": numbers, "values": {"priority": "P1"}}
    planned = ask(page, "POST", "/operations", {"kind": "tickets.change", "params": params})
    page.reload()
    row = page.get_by_role("row", name=re.compile("批量修改工单"))
    expect(row).to_contain_text("未开始")
    who.picture("operations")
    row.get_by_role("button").first.click()
    expect(page).to_have_url(re.compile(f"/operations/{planned['id']}"))
    page.get_by_role("button", name=re.compile("开 ?始")).click()
    expect(page.get_by_text("已完成")).to_be_visible()
    who.picture("operation-done")
    assert not who.barriers()
    page.get_by_role("button", name=re.compile("撤 ?销")).click()
    dialog = page.get_by_role("dialog", name=re.compile("撤销对 3 项的修改"))
    dialog.get_by_role("button", name=re.compile("撤 ?销")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("撤销：批量修改工单")
    expect(page.get_by_text("已完成")).to_be_visible()


def test_the_workspace_is_named_and_the_guide_follows(served: Served, boss: str, visit: Callable[..., Visit]) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin")
    guide = page.get_by_role("region", name="开始使用")
    expect(guide.get_by_role("listitem").filter(has_text="公司信息")).to_contain_text("核对名称")
    who.picture("setup-guide")
    guide.get_by_role("listitem").filter(has_text="公司信息").get_by_role("link", name="去设置").click()
    expect(page.get_by_role("heading", level=1, name="工作区")).to_be_visible()
    page.get_by_label("名称", exact=True).fill("云帆软件公司")
    expect(page.get_by_role("status").filter(has_text="1 处未保存")).to_be_visible()
    page.keyboard.press("Control+s")
    expect(page.get_by_text("没有未保存的改动")).to_be_visible()
    who.picture("workspace")
    page.goto("/admin")
    expect(page.get_by_role("heading", level=1, name="管理")).to_be_visible()
    setup = ask(page, "GET", "/setup")
    assert [step["done"] for step in setup["steps"] if step["key"] == "company"] == [True]
    # Which steps are left depends on what others did in this company; the guide goes with the last one.
    if setup["is_over"]:
        expect(guide).to_be_hidden()
        return
    expect(guide.get_by_role("listitem").filter(has_text="公司信息")).to_contain_text("已完成")
    for step in guide.get_by_role("button", name=re.compile("^先放下：")).all()[1:]:
        name = (step.get_attribute("aria-label") or "").removeprefix("先放下：")
        step.click()
        expect(guide.get_by_role("button", name=f"重新列出：{name}")).to_be_visible()


def test_notice_defaults_are_set_for_all(served: Served, boss: str, visit: Callable[..., Visit]) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    page = who.go("/admin/notices")
    box = page.get_by_role("table").get_by_role("checkbox").last
    was = box.is_checked()
    box.set_checked(not was)
    page.get_by_role("button", name=re.compile("保 ?存")).click()
    expect(page.get_by_text("没有未保存的改动")).to_be_visible()
    page.reload()
    who.settle()
    expect(box).to_be_checked(checked=not was)
    who.picture("notice-defaults")


@pytest.mark.parametrize(
    ("locale", "width"), [("zh-CN", "desktop"), ("zh-CN", "phone"), ("en", "desktop"), ("en", "phone")]
)
def test_every_page_reads_well_and_has_no_barrier(
    served: Served, boss: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    who = visit(served.company, locale=locale, width=width).sign_in(boss, SECRET)
    if locale == "en":
        ask(who.page, "PATCH", "/me", {"locale": "en"})
    for path in PAGES:
        page = who.go(f"/admin{path}")
        expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), path
        who.picture(f"admin{path.replace('/', '-')}")
        assert not (who.is_judged and who.barriers()), path
    who.go("/admin/mailboxes/new")
    who.picture("admin-mailbox-new")
    assert not (who.is_judged and who.barriers())
    if locale == "en":
        ask(who.page, "PATCH", "/me", {"locale": "zh-CN"})


def test_pages_are_shut_for_whoever_lacks_their_right(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.demo).sign_in("agent@demo.gongdan.local").page
    for path in PAGES[1:]:
        page.goto(f"{served.demo}/admin{path}")
        expect(page.get_by_text("您没有查看此页的权限")).to_be_visible()
