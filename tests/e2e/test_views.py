"""Views that people keep: saved from a list, renamed, shared, removed and brought back; and lists that follow what
happens without being read again."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from gongdan.demo.people import DOMAIN
from tests.e2e.served import AGENT, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.visits import Visit


def act(page: Page, what: str, menu: str = "视图操作") -> None:
    page.get_by_role("button", name=menu).click()
    page.get_by_role("menuitem", name=what).click()


def test_what_a_list_shows_is_kept_as_a_view_renamed_removed_and_brought_back(
    served: Served, visit: Callable[..., Visit]
) -> None:
    number = asked(visit(served.company), "qu@kunde.example", "屈明")
    agent = visit(served.company).sign_in(AGENT)
    page = agent.go("/queue/all_open?assignee=none&sort=created&order=asc")
    act(page, "另存为视图")
    dialog = page.get_by_role("dialog", name="另存为视图")
    expect(dialog.get_by_text("谁能使用")).to_have_count(0)  # nobody to share with: they lead no team
    dialog.get_by_label("名称").fill("无人处理")
    agent.picture("view-save")
    dialog.get_by_role("button", name=re.compile(r"保\s*存")).click()
    expect(page).to_have_url(re.compile(r"/queue/v\d+"))
    expect(page.get_by_role("heading", name="无人处理")).to_be_visible()
    own = page.get_by_role("region", name="我的视图")
    expect(own.get_by_role("link", name="无人处理")).to_be_visible()
    expect(page.locator(f"a[data-row='{number}']")).to_be_visible()
    expect(page.get_by_role("button", name="创建时间")).to_be_visible()
    agent.picture("view-own")

    act(page, "重命名与共享")
    dialog = page.get_by_role("dialog", name="重命名与共享")
    dialog.get_by_label("名称").fill("等人接手")
    dialog.get_by_role("button", name=re.compile(r"保\s*存")).click()
    expect(page.get_by_role("heading", name="等人接手")).to_be_visible()

    through(agent, number, "claim")
    expect(page.locator(f"a[data-row='{number}']")).to_have_count(0)

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
    through(agent, number, "accept", "resolve")


def test_a_lead_shares_a_view_with_their_team_which_has_it_at_once(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo, locale="en").sign_in(f"lead@{DOMAIN}")
    mate = visit(served.demo, width="phone").sign_in(f"wangzihan@{DOMAIN}")
    mates = mate.go("/queue/mine")
    page = lead.go("/queue/all_open?priority=%5B%22P0%22%2C%22P1%22%5D")
    act(page, "Save as view", menu="View actions")
    dialog = page.get_by_role("dialog", name="Save as view")
    dialog.get_by_label("Name").fill("Urgent, all channels")
    dialog.get_by_role("radio", name="Some teams").check(force=True)
    dialog.get_by_role("combobox", name="Teams").click()
    page.get_by_title("Service team").click()
    dialog.get_by_role("heading", name="Save as view").or_(dialog.get_by_text("Save as view")).first.click()
    lead.picture("view-share")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Urgent, all channels")).to_be_visible()
    lead.picture("view-shared")
    act(page, "Rename and share", menu="View actions")
    page.get_by_role("dialog", name="Rename and share").get_by_role("textbox", name="Name").fill("Urgent, anywhere")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Urgent, anywhere")).to_be_visible()
    mates.get_by_role("button", name=re.compile("更多|视图")).last.click()
    shared = mates.get_by_role("region", name="共享视图")
    expect(shared.get_by_role("link", name="Urgent, anywhere")).to_be_visible()
    mate.picture("view-shared-phone")
    shared.get_by_role("link", name="Urgent, anywhere").click()
    expect(mates.get_by_role("heading", name="Urgent, anywhere")).to_be_visible()
    mates.get_by_role("button", name="视图操作").click()
    expect(mates.get_by_role("menuitem", name="另存为视图")).to_be_visible()
    expect(mates.get_by_role("menuitem", name="删除视图")).to_have_count(0)


def test_a_card_has_the_customer_in_its_second_line_however_short_their_name(
    served: Served, visit: Callable[..., Visit]
) -> None:
    number = asked(visit(served.company), "ran@kunde.example", "冉")
    agent = visit(served.company, width="phone").sign_in(AGENT)
    row = agent.go("/queue/unassigned").locator(f"a[data-row='{number}']")
    customer = row.get_by_text("冉", exact=True)
    expect(customer).to_be_visible()
    first, second = row.locator("time").last.bounding_box(), customer.bounding_box()
    assert first and second and second["y"] >= first["y"] + first["height"]
    agent.picture("card-short-name")


def test_a_list_follows_what_happens_and_is_not_read_again(served: Served, visit: Callable[..., Visit]) -> None:
    agent = visit(served.company).sign_in(AGENT)
    number = asked(visit(served.company), "ji@kunde.example", "计然")
    page = agent.go("/queue/unassigned")
    row = page.locator(f"a[data-row='{number}']")
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
