"""Many tickets at once: rows are selected by mouse and keys, changed together, and brought back; cards of a board move
under the same guards."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.e2e.served import AGENT, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.visits import Visit

LEAD = "lead@demo.gongdan.local"


def row(page: Page, number: str) -> Locator:
    return page.locator(f"li[data-number='{number}']")


def numbers(page: Page) -> list[str]:
    rows = page.locator("li[data-number]")
    expect(rows.first).to_be_visible()
    return [rows.nth(at).get_attribute("data-number") or "" for at in range(rows.count())]


def test_rows_are_selected_by_mouse_and_keys_and_let_go(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo).sign_in(LEAD)
    page = lead.go("/queue/all_open")
    first, second, third = numbers(page)[:3]
    bar = page.get_by_role("region", name="批量更改")
    expect(bar).to_have_count(0)
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(bar).to_contain_text("已选 1 张")
    page.keyboard.press("Shift+J")
    expect(bar).to_contain_text("已选 2 张")
    row(page, third).get_by_role("checkbox").click()
    expect(bar).to_contain_text("已选 3 张")
    page.keyboard.press("Escape")
    expect(bar).to_have_count(0)
    row(page, first).get_by_role("checkbox").click()
    row(page, third).locator("a[data-row]").click(modifiers=["Shift"])
    expect(bar).to_contain_text("已选 3 张")
    expect(page).to_have_url(re.compile("/queue/all_open"))
    expect(row(page, second)).to_have_attribute("data-selected", "true")
    lead.picture("bulk-selected")
    assert not lead.barriers()
    page.keyboard.press("Control+a")
    expect(bar).to_contain_text(f"已选 {len(numbers(page))} 张")
    bar.get_by_role("button", name="取消选择").click()
    expect(bar).to_have_count(0)


def test_many_are_changed_after_a_preview_and_brought_back(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    guest = visit(served.company)
    chosen = [asked(guest, f"an{n}@kunde.example", f"安{name}") for n, name in enumerate(("一", "二", "三"))]
    page = agent.go("/queue/unassigned")
    for number in chosen:
        row(page, number).get_by_role("checkbox").click()
    page.get_by_role("region", name="批量更改").get_by_role("button", name="改标签").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("添加标签").fill("展会")
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="预览").click()
    expect(dialog.get_by_role("region", name="预览")).to_contain_text("3 张会更改")
    agent.picture("bulk-preview")
    dialog.get_by_role("button", name="更改 3 张").click()
    progress = page.get_by_role("region", name="批量更改进度")
    expect(progress).to_be_visible()
    page.reload()  # what is under way is not lost from sight
    expect(progress).to_contain_text("已更改 3 张", timeout=20_000)
    for number in chosen:
        expect(row(page, number)).to_contain_text("展会")
    agent.picture("bulk-done")
    progress.get_by_role("button", name=re.compile(r"撤\s*销")).click()
    expect(progress).to_contain_text("已撤销 3 张", timeout=20_000)
    for number in chosen:
        expect(row(page, number)).not_to_contain_text("展会")
    progress.get_by_role("button", name=re.compile(r"关\s*闭")).click()
    expect(progress).to_have_count(0)
    for number in chosen:
        through(agent, number, "claim", "accept", "resolve")


def test_what_cannot_be_changed_is_told_with_its_reason(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo, locale="en").sign_in(LEAD)
    page = lead.go("/queue/resolved")
    for number in numbers(page)[:2]:
        row(page, number).get_by_role("checkbox").click()
    page.get_by_role("region", name="Change many").get_by_role("button", name="Status").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Status").click()
    page.get_by_title("New", exact=True).first.click()
    dialog.get_by_role("button", name="Preview").click()
    expect(dialog.get_by_role("region", name="Preview")).to_contain_text("2 cannot be changed")
    lead.picture("bulk-refused")


def test_a_filtered_list_has_its_own_count(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo).sign_in(LEAD)
    page = lead.go("/queue/all_open?priority=%5B%22P2%22%5D")
    count = page.get_by_role("heading", level=1).locator("span")
    expect(count).to_have_text(str(len(numbers(page))))


def test_a_row_names_its_clock_and_who_spoke_last(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    number = asked(visit(served.company), "miao@kunde.example", "苗青")
    page = agent.go("/queue/unassigned")
    expect(row(page, number)).to_contain_text("首次响应")
    expect(row(page, number)).to_contain_text("客户 刚刚")
    row(page, number).hover()
    agent.picture("row-actions")
    row(page, number).get_by_role("button", name=re.compile("^关注")).click()
    expect(page.get_by_text(f"已关注 {number}")).to_be_visible()
    row(page, number).get_by_role("button", name=re.compile("^领取")).click()
    expect(row(page, number)).to_have_count(0)
    through(agent, number, "accept")
    mine = agent.go("/queue/mine")
    expect(row(mine, number)).not_to_contain_text("林晓")
    through(agent, number, "resolve")


def test_a_board_moves_cards_under_the_guards_of_the_ticket(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    number = asked(visit(served.company), "dou@kunde.example", "窦然")
    through(agent, number, "claim", "accept")
    page = agent.go("/queue/mine")
    agent.refusals.update({403, 409, 422})
    page.get_by_role("button", name="显示方式").click()
    agent.picture("display-menu")
    page.get_by_text("看板", exact=True).click()
    page.keyboard.press("Escape")
    card = row(page, number)
    expect(card).to_be_visible()
    agent.picture("board")
    assert not agent.barriers()
    waiting = page.locator("section[data-lane]").filter(has_text="待反馈").first
    card.drag_to(waiting)
    expect(waiting.locator(f"li[data-number='{number}']")).to_be_visible()
    expect(page.get_by_text(f"已移动 {number}")).to_be_visible()
    card.get_by_role("button", name=re.compile("^移动")).click()
    agent.picture("board-menu")
    page.get_by_role("menuitem").filter(has_text="新建").first.click()
    expect(page.get_by_text(f"{number} 没有移动")).to_be_visible()
    expect(waiting.locator(f"li[data-number='{number}']")).to_be_visible()
    page.get_by_role("button", name="显示方式").click()
    page.get_by_text("列表", exact=True).click()
    through(agent, number, "resolve")


def test_a_list_is_grouped_and_closer_and_stays_so(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo, locale="en").sign_in(LEAD)
    page = lead.go("/queue/all_open")
    page.get_by_role("button", name="Display").click()
    page.get_by_text("Compact", exact=True).click()
    page.get_by_label("Group by").click()
    page.get_by_title("Priority").click()
    page.get_by_role("checkbox", name="Team").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_role("main").get_by_role("heading", level=2).first).to_be_visible()
    expect(page.locator("[data-cell='team']")).to_have_count(0)
    expect(page.locator("ol[data-density='compact']")).to_be_visible()
    lead.picture("list-grouped")
    assert not lead.barriers()


def test_on_a_phone_selecting_begins_in_the_menu(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo, width="phone").sign_in(LEAD)
    page = lead.go("/queue/all_open")
    lead.picture("list-phone")
    heights = {one["height"] for one in map(Locator.bounding_box, page.locator("li[data-number]").all()) if one}
    assert max(heights) - min(heights) < 8, "a card has two lines"
    page.get_by_role("button", name="显示方式").click()
    page.get_by_role("button", name="选择多张工单").click()
    row(page, numbers(page)[0]).get_by_role("checkbox").click()
    expect(page.get_by_role("region", name="批量更改")).to_contain_text("已选 1 张")
    lead.picture("bulk-phone")
