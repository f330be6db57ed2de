"""The frame around all screens: areas, the second pane, the tabs of a phone, sections of the administration."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.served import Served
from tests.e2e.visits import Visit

ADMIN = "admin@demo.gongdan.local"
AGENT = "agent@demo.gongdan.local"

OVERLAPS = """
() => {
  const parts = ["aside", "main", "nav[aria-label='主要页面']"].map((each) => document.querySelector(each));
  const boxes = parts.filter((part) => part && part.getClientRects().length).map((part) => part.getBoundingClientRect());
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return boxes.some((a, at) => boxes.slice(at + 1).some((b) => meet(a, b)));
}
"""
"""Whether the great parts of the page lie over each other."""


def test_the_rail_leads_to_the_areas_that_a_person_may_see(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.demo).sign_in(AGENT).go("/queue/mine")
    areas = agent.get_by_role("navigation", name="区域")
    expect(areas.get_by_role("link", name="工作台")).to_have_attribute("aria-current", re.compile("page|true"))
    expect(areas.get_by_role("link", name="管理")).to_have_count(0)

    admin = visit(served.demo).sign_in(ADMIN).go("/queue/mine")
    areas = admin.get_by_role("navigation", name="区域")
    areas.get_by_role("link", name="管理").click()
    expect(admin).to_have_url(f"{served.demo}/admin")
    admin.keyboard.press("g")
    admin.keyboard.press("q")
    expect(admin).to_have_url(re.compile("/queue/"))
    admin.keyboard.press("g")
    admin.keyboard.press("x")
    expect(admin.get_by_role("heading", level=1, name="管理")).to_be_visible()


def test_the_second_pane_folds_by_a_key_and_stays_folded(served: Served, visit: Callable[..., Visit]) -> None:
    who = visit(served.demo).sign_in(AGENT)
    page = who.go("/queue/mine")
    views = page.get_by_role("navigation", name="视图")
    expect(views).to_be_visible()
    page.keyboard.press("[")
    expect(views).to_have_count(0)
    page.reload()
    who.settle()
    expect(views).to_have_count(0)
    page.get_by_role("button", name="展开侧栏").click()
    expect(views).to_be_visible()


def test_a_section_that_is_not_theirs_says_so(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.demo).sign_in(AGENT).go("/admin/tokens")
    expect(page.get_by_text("您没有查看此页的权限")).to_be_visible()


@pytest.mark.parametrize(("across", "down"), [(720, 450), (844, 390), (390, 844), (1366, 768)])
def test_nothing_overlaps(served: Served, visit: Callable[..., Visit], across: int, down: int) -> None:
    page = visit(served.demo).sign_in(ADMIN).page
    page.set_viewport_size({"width": across, "height": down})
    for path in ("/queue/all_open", "/admin", "/admin/tokens"):
        page.goto(path)
        expect(page.get_by_role("main").get_by_role("heading", level=1)).to_be_visible()
        assert not page.evaluate(OVERLAPS), path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth + 1"), path


def test_on_a_phone_four_tabs_and_one_button_lead_everywhere(served: Served, visit: Callable[..., Visit]) -> None:
    who = visit(served.demo, width="phone").sign_in(ADMIN)
    page = who.go("/queue/all_open")
    tabs = page.get_by_role("navigation", name="主要页面")
    assert [box["height"] >= 44 for one in tabs.locator("a, button").all() if (box := one.bounding_box())] == [True] * 4
    tabs.get_by_role("button", name="通知").click()
    expect(page.get_by_role("dialog", name="通知")).to_be_visible()
    who.picture("tab-notices")
    page.keyboard.press("Escape")
    tabs.get_by_role("button", name="我").click()
    expect(page.get_by_role("dialog").get_by_role("link", name="管理")).to_be_visible()
    who.picture("tab-me")
    page.get_by_role("dialog").get_by_role("link", name="管理").click()
    expect(page.get_by_role("heading", level=1, name="管理")).to_be_visible()
    page.get_by_role("button", name="打开导航").click()
    page.get_by_role("dialog").get_by_role("link", name="API 令牌").click()
    expect(page.get_by_role("heading", level=1, name="API 令牌")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    tabs.get_by_role("link", name="工作台").click()
    page.get_by_role("button", name="新建工单").click()
    expect(page.get_by_role("dialog", name="新建工单")).to_be_visible()


def test_a_token_is_made_shown_once_and_revoked(served: Served, visit: Callable[..., Visit]) -> None:
    who = visit(served.demo).sign_in(ADMIN)
    who.refusals.add(400)
    page = who.go("/admin/tokens")
    page.get_by_role("button", name="创建令牌").click()
    dialog = page.get_by_role("dialog", name="创建令牌")
    expect(dialog.get_by_label("名称")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(dialog.get_by_text("请填写此项")).to_be_visible()
    dialog.get_by_label("名称").fill("每晚导出")
    page.keyboard.press("Escape")
    stay = page.get_by_role("button", name="继续填写")
    stay.click()
    expect(stay).to_have_count(0)
    page.keyboard.press("Control+Enter")
    once = page.get_by_role("dialog", name="请立即保存令牌")
    token = once.get_by_role("textbox").input_value()
    answer = page.request.get("/api/v1/tickets", headers={"Authorization": f"Bearer {token}"})
    assert answer.ok
    who.picture("token-once")
    once.get_by_role("button", name="我已保存").click()
    expect(page).to_have_url(f"{served.demo}/admin/tokens")
    row = page.get_by_role("row", name=re.compile("每晚导出"))
    expect(row).to_contain_text("只读")
    page.get_by_role("button", name="每晚导出 的操作").click()
    page.get_by_role("menuitem", name="吊销").click()
    page.get_by_role("dialog", name="吊销“每晚导出”？").get_by_role("button", name="吊销").click()
    expect(row).to_have_count(0)
    assert page.request.get("/api/v1/tickets", headers={"Authorization": f"Bearer {token}"}).status == 401


def test_letters_typed_while_the_palette_is_on_its_way_are_not_lost(
    served: Served, visit: Callable[..., Visit]
) -> None:
    who = visit(served.demo).sign_in(AGENT)
    page = who.go("/queue/mine")
    page.route(re.compile(r"/assets/palette-.*\.js$"), lambda route: (page.wait_for_timeout(600), route.continue_()))
    page.keyboard.press("Control+k")
    page.keyboard.type("jk[c")
    expect(page.get_by_role("combobox")).to_have_value("jk[c")
    expect(page.get_by_role("navigation", name="视图")).to_be_attached()


def test_inside_a_ticket_one_goes_along_the_list_that_one_came_from(
    served: Served, visit: Callable[..., Visit]
) -> None:
    who = visit(served.demo).sign_in(ADMIN)
    page = who.go("/queue/all_open")
    expect(page.locator("li[data-number]").first).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("a[data-row]").first).to_be_focused()
    page.keyboard.press("Enter")
    place = page.get_by_role("navigation", name="在列表中的位置")
    expect(place).to_contain_text("1 / ")
    expect(place.get_by_role("button", name="上一张")).to_be_disabled()
    first = page.url
    page.keyboard.press("j")
    expect(place).to_contain_text("2 / ")
    who.picture("ticket-place")
    page.keyboard.press("k")
    expect(page).to_have_url(first)
