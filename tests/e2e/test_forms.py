"""Types, custom fields, forms and templates in the administration, and what agents and customers then meet."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.test_operating import ask
from tests.e2e.visits import Locale, Visit, Width

PLANNER, SECRET = "biaodan@yunfan.example", "tR7-mule-Kiosk"
SAVE = re.compile("^(保存|Save)")
PREVIEW = re.compile("^(预览|Preview)$")


@pytest.fixture(scope="module")
def planner(served: Served) -> Iterator[str]:
    given = SECRET + "\n"
    served.command("user", "add", PLANNER, "--name", "卞单", "--role", "admin", "--workspace", COMPANY, given=given)
    yield PLANNER


def name(page: Page, zh: str, en: str) -> None:
    page.get_by_label(re.compile("^(中文名称|Name in Chinese)$")).fill(zh)
    page.get_by_label(re.compile("^(英文名称|Name in English)$")).fill(en)
    page.get_by_label(re.compile("^(标识|Key)$")).focus()


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=re.compile(label)).first.click()
    page.locator(".ant-select-dropdown:visible .ant-select-item-option", has_text=re.compile(option)).first.click()
    page.keyboard.press("Escape")


def save(page: Page) -> None:
    page.keyboard.press("Control+s")


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_a_form_is_made_of_fields_and_seen_from_both_sides(
    served: Served, planner: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    who = visit(served.company, locale=locale, width=width).sign_in(planner, SECRET)
    page = who.go("/admin/fields")
    ask(page, "DELETE", "/policy/draft")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    who.picture("fields-empty")
    assert not who.barriers()
    who.go("/admin/fields/new")
    name(page, "影响版本", "Affected version")
    expect(page.get_by_label(re.compile("^(标识|Key)$"))).to_have_value("affected-version")
    expect(page.get_by_role("region", name=re.compile("^(客服|Agents)$"))).to_contain_text(
        re.compile("影响版本|Affected version")
    )
    who.picture("field")
    assert not who.barriers()
    save(page)
    expect(page.get_by_role("row", name=re.compile("影响版本|Affected version"))).to_be_visible()
    who.go("/admin/fields/new")
    name(page, "操作系统", "Operating system")
    choose(page, "种类|Kind", "单选|One choice")
    for n, (zh, en) in enumerate((("视窗", "Windows"), ("其他", "Other"))):
        page.get_by_role("button", name=re.compile("加一个选项|Add a choice")).click()
        page.get_by_label(re.compile(f"第 {n + 1} 个选项的中文名称|Choice {n + 1}: name in Chinese")).fill(zh)
        page.get_by_label(re.compile(f"第 {n + 1} 个选项的英文名称|Choice {n + 1}: name in English")).fill(en)
    who.picture("field-choices")
    save(page)
    expect(page.get_by_role("row", name=re.compile("操作系统|Operating system"))).to_be_visible()
    who.go("/admin/forms/new")
    name(page, "客户提交", "What customers give")
    page.get_by_role("radio", name=re.compile("客户|Customers")).check()
    for field in ("影响版本|Affected version", "操作系统|Operating system"):
        page.get_by_role("combobox", name=re.compile("加一个字段|Add a field")).click()
        page.locator(".ant-select-dropdown:visible").get_by_text(re.compile(field)).click()
    page.get_by_role("combobox", name=re.compile("(影响版本|Affected version): (必填|Required)")).click()
    page.locator(".ant-select-dropdown:visible").get_by_text(re.compile("^(总是|Always)$")).click()
    page.get_by_role("combobox", name=re.compile("(操作系统|Operating system): (显示|Visible)")).click()
    page.locator(".ant-select-dropdown:visible").get_by_text(re.compile("满足条件|Under a condition")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("添加条件|Add a test")).click()
    who.picture("form-condition")
    assert not who.barriers()
    dialog.get_by_role("button", name=re.compile("取消|Cancel")).click()
    customers = page.get_by_role("region", name=re.compile("^(客户|Customers)$"))
    expect(customers).to_contain_text(re.compile("影响版本|Affected version"))
    expect(customers.get_by_label(re.compile("操作系统|Operating system"))).to_be_visible()
    customers.scroll_into_view_if_needed()
    who.picture("form")
    assert not who.barriers()
    save(page)
    expect(page.get_by_role("row", name=re.compile("客户提交|What customers give"))).to_be_visible()
    who.picture("forms")
    who.go("/admin/types")
    who.picture("types")
    assert not who.barriers()
    who.go("/admin/types/technical")
    expect(page.get_by_role("region", name=re.compile("^(客户|Customers)$"))).to_contain_text(
        re.compile("影响版本|Affected version")
    )
    who.picture("type")
    assert not who.barriers()
    (form,) = ask(page, "GET", "/policy/draft/forms")["value"]
    assert form["fields"][0] == {"field": "affected-version", "required": "always"}
    ask(page, "DELETE", "/policy/draft")
