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
    who.picture("fields")
    assert not who.barriers()
    who.go("/admin/fields/new")
    name(page, "固件版本", "Firmware version")
    expect(page.get_by_label(re.compile("^(标识|Key)$"))).to_have_value("firmware-version")
    expect(page.get_by_role("region", name=re.compile("^(客服|Agents)$"))).to_contain_text(
        re.compile("固件版本|Firmware version")
    )
    who.picture("field")
    assert not who.barriers()
    save(page)
    expect(page.get_by_role("row", name=re.compile("固件版本|Firmware version"))).to_be_visible()
    who.go("/admin/fields/new")
    name(page, "采购渠道", "Bought at")
    choose(page, "种类|Kind", "单选|One choice")
    for n, (zh, en) in enumerate((("门店", "Shop"), ("其他", "Other"))):
        page.get_by_role("button", name=re.compile("加一个选项|Add a choice")).click()
        page.get_by_label(re.compile(f"第 {n + 1} 个选项的中文名称|Choice {n + 1}: name in Chinese")).fill(zh)
        page.get_by_label(re.compile(f"第 {n + 1} 个选项的英文名称|Choice {n + 1}: name in English")).fill(en)
    who.picture("field-choices")
    save(page)
    expect(page.get_by_role("row", name=re.compile("采购渠道|Bought at"))).to_be_visible()
    who.go("/admin/forms/new")
    name(page, "客户提交", "What customers give")
    page.get_by_role("radio", name=re.compile("客户|Customers")).check()
    for field in ("固件版本", "采购渠道") if locale == "zh-CN" else ("Firmware version", "Bought at"):
        page.get_by_role("combobox", name=re.compile("加一个字段|Add a field")).fill(field)
        page.locator(".ant-select-dropdown:visible").get_by_text(re.compile(field)).click()
    page.get_by_role("combobox", name=re.compile("(固件版本|Firmware version): (必填|Required)")).click()
    page.locator(".ant-select-dropdown:visible").get_by_text(re.compile("^(总是|Always)$")).click()
    page.get_by_role("combobox", name=re.compile("(采购渠道|Bought at): (显示|Visible)")).click()
    page.locator(".ant-select-dropdown:visible").get_by_text(re.compile("满足条件|Under a condition")).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("添加条件|Add a test")).click()
    who.picture("form-condition")
    assert not who.barriers()
    dialog.get_by_role("button", name=re.compile("取消|Cancel")).click()
    customers = page.get_by_role("region", name=re.compile("^(客户|Customers)$"))
    expect(customers).to_contain_text(re.compile("固件版本|Firmware version"))
    expect(customers.get_by_label(re.compile("采购渠道|Bought at"))).to_be_visible()
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
        re.compile("固件版本|Firmware version")
    )
    who.picture("type")
    assert not who.barriers()
    (form,) = ask(page, "GET", "/policy/draft/forms")["value"]
    assert form["fields"][0] == {"field": "firmware-version", "required": "always"}
    ask(page, "DELETE", "/policy/draft")


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_a_bug_is_reported_by_its_template(
    served: Served, planner: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    who = visit(served.company, locale=locale, width=width).sign_in(planner, SECRET)
    page = who.go("/admin/templates")
    expect(page.get_by_role("row", name=re.compile("Bug"))).to_be_visible()
    who.picture("templates")
    assert not who.barriers()
    page.get_by_role("row", name=re.compile("Bug")).get_by_role("button").first.click()
    expect(page.get_by_label(re.compile("(影响版本：必填|Affected version: required)"))).to_be_checked()
    who.picture("template")
    assert not who.barriers()
    customer = visit(served.company, locale=locale, width=width)
    page = customer.go("/portal/new")
    page.get_by_role("combobox", name=re.compile("常见问题|Common concerns")).click()
    page.locator(".ant-select-dropdown:visible").get_by_text(re.compile("Bug")).click()
    expect(page.get_by_label(re.compile("影响版本|Affected version"))).to_be_visible()
    expect(page.get_by_role("status").filter(has_text=re.compile("截图|screenshots"))).to_be_visible()
    expect(page.get_by_label(re.compile("^(标题|主题|Subject)"))).to_have_value(re.compile(r"^\[(故障报修|Fault)\]"))
    customer.picture("portal-template")
    assert not customer.barriers()


def test_an_agent_begins_from_a_template_and_is_asked_for_what_is_missing(
    served: Served, planner: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(planner, SECRET)
    page = who.go("/queue/mine")
    page.get_by_role("button", name="新建工单").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="模板").click()
    page.locator(".ant-select-dropdown:visible").get_by_text("退款").click()
    expect(dialog.get_by_label("标题", exact=True)).to_have_value("[退款] ")
    expect(dialog.get_by_label("订单号")).to_be_visible()
    dialog.get_by_role("combobox", name="优先级").click()
    page.locator(".ant-select-dropdown:visible .ant-select-item-option").nth(2).click()
    who.picture("create-template")
    assert not who.barriers()
    page.keyboard.press("Control+Enter")
    expect(dialog.get_by_text("请填写").first).to_be_visible()
    dialog.get_by_label("订单号").fill("2026-0001")
    dialog.get_by_label("金额").fill("12.5")
    page.keyboard.press("Control+Enter")
    expect(dialog).to_be_hidden()
