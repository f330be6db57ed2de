"""Workflows in the administration: their drawing, the list beside it, and what is changed in them."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.served import COMPANY, Served
from tests.e2e.test_operating import ask
from tests.e2e.visits import Locale, Visit, Width

DRAWER, SECRET = "liucheng@yunfan.example", "pX4-otter-Canal"


@pytest.fixture(scope="module")
def drawer(served: Served) -> Iterator[str]:
    given = SECRET + "\n"
    served.command("user", "add", DRAWER, "--name", "柳程", "--role", "admin", "--workspace", COMPANY, given=given)
    yield DRAWER


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_a_workflow_is_seen_as_a_drawing_and_as_a_list(
    served: Served, drawer: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    who = visit(served.company, locale=locale, width=width).sign_in(drawer, SECRET)
    page = who.go("/admin/workflows")
    ask(page, "DELETE", "/policy/draft")
    row = page.get_by_role("row", name=re.compile("标准客服|Standard service"))
    expect(row).to_contain_text(re.compile("技术支持|Technical"))
    who.picture("workflows")
    assert not who.barriers()
    row.get_by_role("button").first.click()
    outline = page.get_by_role("region", name=re.compile("^(状态与流转|Statuses and transitions)$"))
    expect(outline.get_by_role("button", name=re.compile("待反馈|Waiting for the customer")).first).to_be_visible()
    if width == "desktop":
        expect(page.locator(".react-flow__node")).to_have_count(6)
        expect(page.locator(".react-flow__edge").first).to_be_visible()
    who.picture("workflow")
    assert not who.barriers()


def outline(page: Page) -> Locator:
    return page.get_by_role("region", name=re.compile("^(状态与流转|Statuses and transitions)$"))


def fill_names(page: Page, zh: str, en: str) -> None:
    page.get_by_label(re.compile("^(中文名称|Name in Chinese)$")).fill(zh)
    page.get_by_label(re.compile("^(英文名称|Name in English)$")).fill(en)
    page.get_by_label(re.compile("^(标识|Key)$")).focus()


def drag(page: Page, start: str, end: str) -> None:
    """A line from a status to another, by their boxes."""
    box = page.locator(f".react-flow__node[data-id='{start}'] .react-flow__handle.source").bounding_box()
    aim = page.locator(f".react-flow__node[data-id='{end}']").bounding_box()
    assert box and aim
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(aim["x"] + aim["width"] / 2, aim["y"] + 6, steps=8)
    page.mouse.up()


@pytest.mark.parametrize(("locale", "width"), [("zh-CN", "desktop"), ("en", "phone")])
def test_a_workflow_is_changed_step_by_step_and_checked_meanwhile(
    served: Served, drawer: str, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    who = visit(served.company, locale=locale, width=width).sign_in(drawer, SECRET)
    page = who.go("/admin/workflows")
    ask(page, "DELETE", "/policy/draft")
    who.go("/admin/workflows/standard")
    page.get_by_role("button", name=re.compile("^(新增状态|Add status)$")).click()
    fill_names(page, "待升级", "Escalating")
    expect(page.get_by_label(re.compile("^(标识|Key)$"))).to_have_value("escalating")
    page.get_by_role("button", name=re.compile("添加时限|Add a limit")).click()
    who.picture("workflow-status")
    assert not who.barriers()
    page.get_by_role("group", name=re.compile("^(时限 1|Limit 1)$")).get_by_role(
        "button", name=re.compile("移除时限|Remove: Limit")
    ).click()
    page.keyboard.press("Control+s")
    findings = page.get_by_role("list", name=re.compile("检查结果|Findings|What is wrong")).last
    expect(findings).to_contain_text(re.compile("没有任何流转能到达|No transition leads to"))
    expect(findings).to_contain_text(re.compile("无法离开|leads out of"))
    who.picture("workflow-findings")
    if width == "desktop":
        expect(page.locator(".react-flow__node[data-id=escalating] [data-severity=error]")).to_be_visible()
        drag(page, "in_progress", "escalating")
    else:
        page.get_by_role("button", name=re.compile("Back to the list")).click()
        outline(page).get_by_role("button", name="Add transition from “In progress”").click()
        page.get_by_role("combobox", name=re.compile("^To")).click()
        page.locator(".ant-select-dropdown:visible").get_by_text("Escalating").click()
    fill_names(page, "提请升级", "Ask to escalate")
    who.picture("workflow-transition")
    assert not who.barriers()
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", level=2, name=re.compile("提请升级|Ask to escalate"))).to_be_visible()
    page.get_by_role("button", name=re.compile("^(返回列表|Back to the list)$")).click()
    expect(outline(page).get_by_role("button", name=re.compile("提请升级|Ask to escalate"))).to_be_visible()
    who.picture("workflow-changed")
    assert not who.barriers()
    (flow, *_) = ask(page, "GET", "/policy/draft/workflows")["value"]
    drawn = next(one for one in flow["transitions"] if one["key"] == "ask-to-escalate")
    assert (drawn["from"], drawn["to"], drawn["who"]) == (["in_progress"], "escalating", ["assignee", "lead"])
    page.get_by_role("button", name=re.compile("^(撤销|Undo)$")).click()
    expect(outline(page).get_by_role("button", name=re.compile("提请升级|Ask to escalate"))).to_have_count(0)


def test_what_was_published_is_retired_and_comes_back(served: Served, drawer: str, visit: Callable[..., Visit]) -> None:
    who = visit(served.company).sign_in(drawer, SECRET)
    page = who.go("/admin/workflows")
    ask(page, "DELETE", "/policy/draft")
    who.go("/admin/workflows/standard?way=time_out")
    page.get_by_role("button", name="移除这条流转").click()
    outline(page).get_by_text("已停用 1 项").click()
    outline(page).get_by_role("button", name="恢复“超时关闭”").click()
    expect(outline(page).get_by_text("已停用")).to_have_count(0)
    who.go("/admin/workflows/standard?status=new")
    page.get_by_role("button", name="移除这个状态").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("请先把另一个状态设为起始状态")
    expect(dialog.get_by_role("button", name="移除")).to_be_disabled()
    dialog.get_by_role("button", name="取消").click()
    who.go("/admin/workflows/new")
    fill_names(page, "夜间客服", "Night service")
    who.picture("workflow-new")
    assert not who.barriers()
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", level=1, name="夜间客服")).to_be_visible()
    expect(page.locator(".react-flow__node")).to_have_count(6)
    ask(page, "DELETE", "/policy/draft")


def test_running_tickets_are_taken_to_the_version_in_force(
    served: Served, drawer: str, visit: Callable[..., Visit]
) -> None:
    who = visit(served.company).sign_in(drawer, SECRET)
    page = who.go("/admin/workflows")
    ask(page, "DELETE", "/policy/draft")
    opened = {"title": "发票开错了", "text": "抬头写错。", "category": "other", "requester": {"name": "周雨"}}
    ask(page, "POST", "/tickets", opened)
    flows = ask(page, "GET", "/policy/draft/workflows")["value"]
    flows[0]["statuses"][0]["goal"] = {"zh-CN": "十分钟内分配", "en": "Assigned within ten minutes"}
    ask(page, "PUT", "/policy/draft/workflows", {"value": flows})
    ask(page, "POST", "/policy/draft/publish", {"note": "目标更明确"})
    who.go("/admin/workflows/standard")
    page.get_by_text(re.compile(r"进行中的工单，其中 \d+ 张还在旧版本上")).click()
    who.picture("workflow-versions")
    page.get_by_role("button", name="转到现行版本…").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("row").nth(1)).to_contain_text(re.compile("新建|处理中"))
    who.picture("workflow-migration")
    assert not who.barriers()
    dialog.get_by_role("button", name=re.compile(r"^转换 \d+ 张$")).click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text(re.compile("已开始转换"))).to_be_visible()
    (operation, *_) = ask(page, "GET", "/operations")
    for _ in range(40):
        if ask(page, "GET", f"/operations/{operation['id']}")["state"] == "done":
            break
        page.wait_for_timeout(500)
    page.reload()
    expect(page.get_by_text(re.compile("都在现行版本上"))).to_be_visible()
