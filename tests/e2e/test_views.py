"""Views that people keep: saved from a list, renamed, shared, removed and brought back; and lists that follow what
happens without being read again."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from gongdan.demo.people import DOMAIN
from tests.e2e.served import AGENT, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.visits import Visit


def act(page: Page, what: str, menu: str = "视图操作") -> None:
    page.get_by_role("button", name=menu).click()
    page.get_by_role("menuitem", name=what).click()


def choose(page: Page, within: Locator, label: str, option: str, at: int = -1) -> None:
    """In the last list of this name, or the one at ``at``."""
    boxes = within.get_by_role("combobox", name=label, exact=True)
    box = boxes.last if at < 0 else boxes.nth(at)
    shown = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)").last.get_by_title(option, exact=True)
    for _ in range(8):  # one that has just been drawn may close again
        box.click()
        page.wait_for_timeout(400)
        if shown.is_visible():
            break
    shown.click()


def test_what_a_list_shows_is_kept_as_a_view_renamed_removed_and_brought_back(
    served: Served, visit: Callable[..., Visit]
) -> None:
    number = asked(visit(served.company), "qu@kunde.example", "屈明")
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/all_open?assignee=none&sort=created&order=asc")
    act(page, "另存为视图")
    dialog = page.get_by_role("dialog", name="另存为视图")
    expect(dialog.get_by_role("textbox", name="名称")).to_be_focused()
    expect(dialog.get_by_text("谁能使用")).to_have_count(0)  # nobody to share with: they lead no team
    expect(dialog.get_by_text(re.compile("读作.*且负责人为空"))).to_be_visible()
    dialog.get_by_role("textbox", name="名称").fill("无人处理")
    agent.picture("view-save")
    dialog.get_by_role("button", name=re.compile(r"保\s*存")).click()
    expect(page).to_have_url(re.compile(r"/queue/v\d+"))
    expect(page.get_by_role("heading", name="无人处理")).to_be_visible()
    own = page.get_by_role("region", name="我的视图")
    expect(own.get_by_role("link", name="无人处理")).to_be_visible()
    expect(page.locator(f"li[data-number='{number}']")).to_be_visible()
    expect(page.get_by_role("button", name="创建时间")).to_be_visible()
    agent.picture("view-own")

    act(page, "编辑视图")
    dialog = page.get_by_role("dialog", name="编辑视图")
    dialog.get_by_role("textbox", name="名称").fill("等人接手")
    dialog.get_by_role("button", name=re.compile(r"保\s*存")).click()
    expect(page.get_by_role("heading", name="等人接手")).to_be_visible()

    through(agent, number, "claim")
    expect(page.locator(f"li[data-number='{number}']")).to_have_count(0)

    act(page, "删除视图")
    page.get_by_role("dialog", name="删除视图“等人接手”？").get_by_role("button", name="删除视图").click()
    expect(page).to_have_url(re.compile("/queue/mine"))
    expect(own.get_by_role("link", name="等人接手")).to_have_count(0)
    agent.picture("view-removed")
    page.get_by_role("button", name=re.compile(r"撤\s*销")).click()
    expect(page.get_by_role("heading", name="等人接手")).to_be_visible()
    act(page, "删除视图")
    page.get_by_role("dialog").get_by_role("button", name="删除视图").click()
    expect(own).to_have_count(0)
    page.wait_for_timeout(1_500)  # its list is not asked for once more: that would be a fault
    through(agent, number, "accept", "resolve")


def test_a_lead_shares_a_view_with_their_team_which_has_it_at_once(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo, locale="en").sign_in(f"lead@{DOMAIN}")
    mate = visit(served.demo, width="phone").sign_in(f"wangzihan@{DOMAIN}")
    mates = mate.go("/queue/mine")
    page = lead.go("/queue/all_open?priority=%5B%22P0%22%2C%22P1%22%5D")
    act(page, "Save as view", menu="View actions")
    dialog = page.get_by_role("dialog", name="Save as view")
    dialog.get_by_role("textbox", name="Name").fill("Urgent, all channels")
    dialog.get_by_role("radio", name="Some teams").check(force=True)
    choose(page, dialog, "Teams", "Service team")
    dialog.get_by_text("Save as view").first.click()
    lead.picture("view-share")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Urgent, all channels")).to_be_visible()
    lead.picture("view-shared")
    act(page, "Edit view", menu="View actions")
    page.get_by_role("dialog", name="Edit view").get_by_role("textbox", name="Name").fill("Urgent, anywhere")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", name="Urgent, anywhere")).to_be_visible()
    mates.get_by_role("button", name="打开导航").click()
    shared = mates.get_by_role("region", name="共享视图")
    expect(shared.get_by_role("link", name="Urgent, anywhere")).to_be_visible()
    mate.picture("view-shared-phone")
    shared.get_by_role("link", name="Urgent, anywhere").click()
    expect(mates.get_by_role("heading", name="Urgent, anywhere")).to_be_visible()
    mates.get_by_role("button", name="视图操作").click()
    expect(mates.get_by_role("menuitem", name="另存为视图")).to_be_visible()
    expect(mates.get_by_role("menuitem", name="删除视图")).to_have_count(0)


def test_a_condition_is_built_as_a_sentence_and_says_how_many_tickets_meet_it(
    served: Served, visit: Callable[..., Visit]
) -> None:
    lead = visit(served.demo).sign_in(f"lead@{DOMAIN}")
    page = lead.go("/queue/all_open")
    act(page, "另存为视图")
    editor = page.get_by_role("dialog", name="另存为视图")
    matches = editor.get_by_role("status").filter(has_text="张工单符合")
    expect(matches).to_be_visible()
    editor.get_by_role("button", name="添加条件").last.click()
    expect(editor.get_by_text("条件填写完整后显示")).to_be_visible()
    choose(page, editor, "字段", "优先级")
    choose(page, editor, "优先级：关系", "是…之一")
    choose(page, editor, "优先级：值", "紧急")
    page.keyboard.press("Escape")
    expect(editor.get_by_text(re.compile("读作.*优先级是“紧急”之一"))).to_be_visible()
    expect(matches).to_be_visible()
    editor.get_by_role("button", name="添加一组").last.click()
    choose(page, editor, "字段", "负责人")
    editor.get_by_role("combobox", name="负责人：值", exact=True).click()
    expect(page.locator(".ant-select-item-option-content small", has_text="手上").first).to_be_visible()
    lead.picture("view-condition-people")
    page.keyboard.press("Escape")
    choose(page, editor, "负责人：值", "查看者本人")
    inner = editor.get_by_role("group", name="条件组，以下任一满足")
    inner.get_by_role("button", name="添加条件").click()
    choose(page, inner, "字段", "创建时间")
    choose(page, inner, "创建时间：关系", "在过去…内")
    inner.get_by_role("spinbutton", name="创建时间：值").fill("3")
    expect(editor.get_by_text(re.compile("（负责人是“查看者本人”，或创建时间在过去 3 天内）"))).to_be_visible()
    expect(matches).to_be_visible()
    lead.picture("view-condition")
    assert lead.barriers() == []
    editor.get_by_role("textbox", name="名称").fill("急件与我的")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="急件与我的")).to_be_visible()
    act(page, "删除视图")
    page.get_by_role("dialog").get_by_role("button", name="删除视图").click()


def test_a_condition_that_is_not_filled_in_is_told_at_its_leaf_and_bounds_before_they_are_hit(
    served: Served, visit: Callable[..., Visit]
) -> None:
    lead = visit(served.demo, locale="en", width="phone").sign_in(f"lead@{DOMAIN}")
    page = lead.go("/queue/all_open")
    act(page, "Save as view", menu="View actions")
    editor = page.get_by_role("dialog", name="Save as view")
    editor.get_by_role("textbox", name="Name").fill("Deep")
    for _ in range(3):
        editor.get_by_role("button", name="Add a group").first.scroll_into_view_if_needed()
        innermost(editor).get_by_role("button", name="Add a group").first.click()
    expect(editor.get_by_text(re.compile("5 of 6 levels"))).to_be_visible()
    innermost(editor).get_by_role("button", name="Add a group").click()
    expect(innermost(editor).get_by_role("button", name="Add a group")).to_be_disabled()
    editor.get_by_role("button", name="Save", exact=True).click()
    expect(editor.get_by_text("Fill this in, or remove it.").first).to_be_visible()
    expect(editor).to_be_visible()
    page.mouse.move(0, 0)
    lead.picture("view-condition-incomplete")
    assert lead.barriers() == []
    editor.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Discard").click()
    expect(editor).to_have_count(0)


def innermost(editor: Locator) -> Locator:
    return editor.get_by_role("region", name="Condition").get_by_role("group").last


def test_who_changes_a_view_that_somebody_else_changed_sees_both_and_chooses(
    served: Served, visit: Callable[..., Visit]
) -> None:
    director = visit(served.demo).sign_in(f"director@{DOMAIN}")
    page = director.go("/queue/all_open")
    act(page, "另存为视图")
    page.get_by_role("textbox", name="名称").fill("两人共用")
    page.get_by_role("radio", name="所有人").check(force=True)
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", name="两人共用")).to_be_visible()
    act(page, "编辑视图")
    page.get_by_role("textbox", name="名称").fill("我改的名字")
    key = page.url.rsplit("/", 1)[1].split("?")[0]
    other = director.another_page()
    other.goto(f"/queue/{key}")
    act(other, "编辑视图")
    other.get_by_role("textbox", name="名称").fill("对方改的名字")
    other.keyboard.press("Control+s")
    expect(other.get_by_role("heading", name="对方改的名字")).to_be_visible()
    other.close()

    director.refusals.add(412)
    page.keyboard.press("Control+s")
    conflict = page.get_by_role("alert").filter(has_text=re.compile("您编辑期间，.+ 修改了这个视图"))
    expect(conflict).to_contain_text("对方改的名字")
    expect(conflict).to_contain_text("我改的名字")
    director.picture("view-conflict")
    conflict.get_by_role("button", name="采用对方的").click()
    expect(page.get_by_role("textbox", name="名称")).to_have_value("对方改的名字")
    page.get_by_role("textbox", name="名称").fill("我再改的名字")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("heading", name="我再改的名字")).to_be_visible()
    act(page, "删除视图")
    page.get_by_role("dialog").get_by_role("button", name="删除视图").click()
    expect(page).to_have_url(re.compile("/queue/mine"))


def test_views_are_put_in_order_and_hidden_by_each_for_themselves(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/watching")
    links = page.get_by_role("navigation", name="视图").get_by_role("link")
    act(page, "隐藏视图")
    expect(links.filter(has_text="我关注的")).to_have_count(0)
    act(page, "整理视图")
    dialog = page.get_by_role("dialog", name="整理视图")
    dialog.get_by_role("switch", name="显示：我关注的").click()
    expect(links.filter(has_text="我关注的")).to_have_count(1)
    dialog.get_by_role("button", name="下移：我负责的").click()
    expect(links.first).to_contain_text("待领取")
    dialog.get_by_role("button", name="上移：我负责的").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(links.first).to_contain_text("我负责的")
    agent.picture("views-arrange")
    assert agent.barriers() == []


def test_a_card_has_the_customer_in_its_second_line_however_short_their_name(
    served: Served, visit: Callable[..., Visit]
) -> None:
    number = asked(visit(served.company), "ran@kunde.example", "冉")
    agent = visit(served.company, width="phone").sign_in(AGENT)
    row = agent.go("/queue/unassigned").locator(f"li[data-number='{number}']")
    customer = row.get_by_text("冉", exact=True)
    expect(customer).to_be_visible()
    first, second = row.locator("time").last.bounding_box(), customer.bounding_box()
    assert first and second and second["y"] >= first["y"] + first["height"]
    agent.picture("card-short-name")


def test_a_list_follows_what_happens_and_is_not_read_again(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    number = asked(visit(served.company), "ji@kunde.example", "计然")
    page = agent.go("/queue/unassigned")
    row = page.locator(f"li[data-number='{number}']")
    expect(row).to_be_visible()
    with page.expect_response(lambda answer: "/stream/lists" in answer.url and answer.status == 204):
        page.get_by_role("link", name=re.compile("全部未解决")).click()
    expect(row).to_be_visible()
    page.wait_for_timeout(500)
    reads: list[str] = []
    page.on("request", lambda request: reads.append(request.url) if "/api/v1/tickets?" in request.url else None)
    through(agent, number, "claim", "accept")
    expect(row).to_contain_text("处理中")
    through(agent, number, "resolve")
    expect(row).to_have_count(0)
    page.wait_for_timeout(1_500)
    assert reads == []
