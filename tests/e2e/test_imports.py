"""Tables brought in through the interface: by somebody who manages customers, and by who administers."""

import secrets
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import AGENT, COMPANY, Served
from tests.e2e.visits import Locale, Visit, Width

SECRET = "tR7-mule-Kiosk"


@pytest.fixture(scope="module")
def boss(served: Served) -> str:
    """Who manages the company."""
    mail, given = f"boss-{secrets.token_hex(3)}@yunfan.example", SECRET + "\n"
    served.command("user", "add", mail, "--name", "周岚", "--role", "system_admin", "--workspace", COMPANY, given=given)
    return mail


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two customers, one row that is wrong, one that says the same again."""
    tag = secrets.token_hex(3)
    path = tmp_path / f"客户名单-{tag}.csv"
    rows = ["客户姓名,手机号码,邮箱,客户等级,内部编号", f"王芳{tag},,fang-{tag}@a.example,VIP,A1"]
    rows += [f"张伟{tag},,wei-{tag}@a.example,,A2", f"坏人{tag},,not-a-mail,,A3", f"重复,,fang-{tag}@a.example,,A4"]
    path.write_text("\n".join(rows) + "\n", "gb18030")
    return path


def choose(page: Page, path: Path) -> None:
    page.locator("input[type=file]").set_input_files(path)


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_a_table_of_customers_is_checked_and_brought_in(
    served: Served, boss: str, table: Path, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    zh = locale == "zh-CN"
    who = visit(served.company, locale=locale, width=width).sign_in(boss, SECRET)
    page = who.go("/customers")
    page.get_by_role("button", name="导入" if zh else "Import", exact=True).click()
    expect(page.get_by_role("button", name="选择文件" if zh else "Choose a file")).to_be_visible()
    who.picture("imports-file")
    assert not who.barriers()
    choose(page, table)
    expect(page.get_by_text("内部编号")).to_be_visible()
    who.settle()
    who.picture("imports-columns")
    assert not who.barriers()
    page.get_by_role("button", name="检查" if zh else "Check", exact=True).click()
    expect(page.get_by_text("还没有改动任何数据" if zh else "Nothing has changed yet")).to_be_visible()
    expect(page.get_by_text("与第 2 行说的是同一对象" if zh else "Row 2 is about the same")).to_be_visible()
    who.settle()
    who.picture("imports-checked")
    page.mouse.move(0, 0)
    assert not who.barriers()
    page.get_by_role("button", name="开始导入（2 行）" if zh else "Import rows: 2").click()
    expect(page.get_by_text("导入完成" if zh else "Imported", exact=True)).to_be_visible()
    with page.expect_download() as file:
        page.get_by_role("link", name="CSV").click()
    assert "not-a-mail" in file.value.path().read_text("utf-8-sig")
    who.picture("imports-done")
    page.go_back()
    page.reload()
    who.settle()
    page.goto("/customers/import")
    expect(page.get_by_text(table.name).first).to_be_visible()
    who.settle()
    who.picture("imports-list")
    assert not who.barriers()


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
@pytest.mark.usefixtures("imap")
def test_new_members_are_invited_in_the_same_step(
    served: Served, boss: str, tmp_path: Path, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    zh, tag = locale == "zh-CN", secrets.token_hex(3)
    file = tmp_path / f"members-{tag}.csv"
    file.write_text(f"姓名,邮箱\n新人{tag},new-{tag}@yunfan.example\n", "utf-8")
    who = visit(served.company, locale=locale, width=width).sign_in(boss, SECRET)
    page = who.go("/admin/imports/new")
    page.get_by_role("radio", name="成员" if zh else "Members", exact=True).check()
    choose(page, file)
    page.get_by_role("button", name="检查" if zh else "Check", exact=True).click()
    invited = page.get_by_role("checkbox", name="给新成员发送邀请邮件" if zh else "Mail invitations to new members")
    expect(invited).not_to_be_checked()
    invited.check()
    who.picture("imports-invite")
    page.mouse.move(0, 0)
    assert not who.barriers()
    page.get_by_role("button", name="开始导入（1 行）" if zh else "Import rows: 1").click()
    expect(page.get_by_text("导入完成" if zh else "Imported", exact=True)).to_be_visible()
    expect(page.get_by_text("已有 1 封邀请邮件排队" if zh else "Invitations queued: 1")).to_be_visible()
    who.picture("imports-invited")
    (new,) = (one for one in page.request.get("/api/v1/members").json() if one["name"] == f"新人{tag}")
    asked = {"kind": "person.password_link_made", "person_id": new["id"]}
    for _ in range(40):
        if page.request.get("/api/v1/audit", params=asked).json()["entries"]:
            return
        page.wait_for_timeout(250)
    raise AssertionError("no link was made for who came")


def test_a_file_that_is_no_table_says_why_and_what_to_do(
    served: Served, boss: str, tmp_path: Path, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(boss, SECRET)
    who.refusals.add(422)
    page = who.go("/admin/imports/new")
    wrong = tmp_path / "old.xlsx"
    wrong.write_bytes(b"PK\x03\x04 no workbook")
    choose(page, wrong)
    expect(page.get_by_text("文件已损坏，或不是表格")).to_be_visible()
    who.picture("imports-refused")
    nothing = tmp_path / "x.csv"
    nothing.write_text("甲,乙\n一,二\n", "utf-8")
    choose(page, nothing)
    page.get_by_role("button", name="检查", exact=True).click()
    expect(page.get_by_text("没有一列能识别数据")).to_be_visible()
    who.picture("imports-no-column")


def test_an_agent_finds_no_imports(served: Served, visit: Callable[..., Visit]) -> None:
    who = visit(served.company).sign_in(AGENT)
    page = who.go("/customers/import/new")
    expect(page.get_by_text("您没有查看此页的权限")).to_be_visible()
    page = who.go("/customers")
    expect(page.get_by_role("button", name="导入", exact=True)).to_have_count(0)
