"""Tickets from another system brought in through the interface, looked at, and taken back."""

import secrets
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.visits import Locale, Visit, Width

SECRET = "tR7-mule-Kiosk"


@pytest.fixture(scope="module")
def boss(served: Served) -> str:
    """Who administers the company."""
    mail, given = f"boss-{secrets.token_hex(3)}@yunfan.example", SECRET + "\n"
    served.command("user", "add", mail, "--name", "周岚", "--role", "system_admin", "--workspace", COMPANY, given=given)
    return mail


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Three tickets, of which one names a category that there is not."""
    tag = secrets.token_hex(3)
    path = tmp_path / f"旧系统工单-{tag}.csv"
    path.write_text(
        "编号,标题,描述,提交人,邮箱,类型,分类,状态,创建时间,关闭时间,无用\n"
        f"T1-{tag},打印机不工作 {tag},按了没反应,王芳{tag},fang-{tag}@a.example,技术支持,其他,,2025-03-01 09:30,,x\n"
        f"T2-{tag},无法登录 {tag},提示密码错误,王芳{tag},fang-{tag}@a.example,技术支持,其他,已关闭,2025-03-01 09:30,"
        "2025-03-02 10:00,x\n"
        f"T3-{tag},坏行 {tag},你好,张伟{tag},wei-{tag}@a.example,技术支持,没有的分类,,,,x\n",
        "utf-8",
    )
    return path


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "desktop"), ("zh-CN", "phone")])
def test_tickets_are_brought_in_looked_at_and_taken_back(
    served: Served, boss: str, table: Path, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    zh, tag = locale == "zh-CN", table.stem.rpartition("-")[2]
    who = visit(served.company, locale=locale, width=width).sign_in(boss, SECRET)
    page = who.go("/admin/imports/new")
    page.get_by_text("工单" if zh else "Tickets", exact=True).last.click()
    who.settle()
    who.picture("ticket-imports-file")
    page.locator("input[type=file]").set_input_files(table)
    expect(page.get_by_text("无用")).to_be_visible()
    who.settle()
    who.picture("ticket-imports-columns")
    assert not who.barriers()
    page.get_by_role("button", name="检查" if zh else "Check", exact=True).click()
    expect(page.get_by_text("还没有改动任何数据" if zh else "Nothing has changed yet")).to_be_visible()
    page.get_by_role("button", name="开始导入（2 行）" if zh else "Import rows: 2").click()
    expect(page.get_by_text("导入完成" if zh else "Imported", exact=True)).to_be_visible()
    who.settle()
    who.picture("ticket-imports-done")
    assert not who.barriers()
    record = page.url
    found = page.request.get(f"{served.company}/api/v1/find?q=无法登录 {tag}").json()
    who.go(f"/tickets/{found['tickets'][0]['number']}")
    expect(page.get_by_text("提示密码错误").first).to_be_visible()
    expect(page.get_by_text(f"T2-{tag}").first).to_be_visible()
    who.settle()
    who.picture("ticket-imports-ticket")
    page.goto(record)
    page.get_by_role("button", name="撤销导入" if zh else "Undo the import").click()
    expect(
        page.get_by_text("撤销这次导入的 2 张工单？" if zh else "Take back 2 imported tickets?").last
    ).to_be_visible()
    who.picture("ticket-imports-undo")
    page.get_by_role("dialog").get_by_role("button", name="撤销导入" if zh else "Undo the import").click()
    expect(page.get_by_text("已完成" if zh else "Done", exact=True).first).to_be_visible(timeout=20_000)
    who.settle()
    who.picture("ticket-imports-undone")
    assert not who.barriers()
