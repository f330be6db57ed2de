"""A list by the days of its promises; and the place of a ticket in the list from which one came, by reload and by link."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from gongdan.demo.people import DOMAIN
from tests.e2e.served import Served
from tests.e2e.visits import Visit


def show_calendar(page: Page, words: tuple[str, str]) -> None:
    menu, layout = words
    page.get_by_role("button", name=menu).click()
    page.get_by_role("radiogroup", name=re.compile("布局|Layout")).get_by_text(layout).click()
    page.keyboard.press("Escape")
    expect(page.locator("ol[data-span]")).to_be_visible()


def test_a_list_is_shown_by_month_and_by_week_and_a_day_opens_as_a_list(
    served: Served, visit: Callable[..., Visit]
) -> None:
    lead = visit(served.demo).sign_in(f"lead@{DOMAIN}")
    page = lead.go("/queue/all_open")
    show_calendar(page, ("显示方式", "日历"))
    today = page.locator("button[aria-current=date]")
    expect(today).to_be_visible()
    tickets = page.locator("a[data-ticket]")
    expect(tickets.first).to_be_visible()
    lead.picture("calendar-month")
    assert lead.barriers() == []

    page.locator("body").press("j")
    expect(tickets.first).to_be_focused()
    today.focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"day=\d{4}-\d\d-\d\d"))
    expect(page.locator("button[data-day]:focus")).to_have_count(1)
    page.get_by_role("radiogroup", name="显示范围").get_by_text("周", exact=True).click()
    expect(page).to_have_url(re.compile("span=week"))
    expect(page.locator("button[data-day]")).to_have_count(7)
    lead.picture("calendar-week")
    address = page.url
    page.reload()
    expect(page.locator("button[data-day]")).to_have_count(7)
    assert page.url == address
    page.get_by_role("button", name="今天").click()

    day = tickets.first.locator("xpath=ancestor::li[.//button[@data-day]][1]").locator("button[data-day]")
    count = int(re.findall(r"，(\d+) 张到期", day.get_attribute("aria-label") or "")[0])
    day.click()
    expect(page.locator("a[data-row]")).to_have_count(count)
    chip = page.get_by_text(re.compile("到期日 .*日"))
    expect(chip).to_be_visible()
    expect(page.locator("h1")).to_contain_text(str(count))
    lead.picture("calendar-day")
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator("ol[data-span]")).to_be_visible()


def test_a_ticket_opened_from_a_calendar_leads_back_to_it(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo, locale="en", width="phone").sign_in(f"lead@{DOMAIN}")
    page = lead.go("/queue/all_open")
    show_calendar(page, ("Display", "Calendar"))
    ticket = page.locator("a[data-ticket]").first
    expect(ticket).to_be_visible()
    box = ticket.bounding_box()
    assert box and box["height"] >= 44
    lead.picture("calendar-phone")
    assert lead.barriers() == []
    ticket.click()
    expect(page).to_have_url(re.compile("/tickets/.*in=all_open"))
    page.go_back()
    expect(page.locator("a[data-ticket]").first).to_be_visible()
    page.get_by_role("button", name="Next month").click()
    page.get_by_role("button", name="Next month").click()
    expect(page.get_by_text("Nothing is due this month.")).to_be_visible()
    lead.picture("calendar-phone-empty")


def test_reload_and_a_link_restore_the_view_and_the_place(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo).sign_in(f"lead@{DOMAIN}")
    page = lead.go("/queue/all_open")
    rows = page.locator("a[data-row]")
    second = rows.nth(1).get_attribute("data-row")
    total = rows.count()
    rows.nth(1).click()
    place = page.get_by_role("navigation", name=re.compile("位置|列表"))
    expect(place).to_contain_text(f"2 / {total}")
    lit = page.get_by_role("navigation", name="视图").get_by_role("link", name=re.compile("全部未解决"))
    expect(lit).to_have_attribute("aria-current", "location")
    expect(place.get_by_role("link", name="全部未解决")).to_be_visible()
    lead.picture("ticket-place")
    page.reload()
    expect(place).to_contain_text(f"2 / {total}")

    other = lead.another_page()  # nothing is known of any list there
    other.goto(f"/tickets/{second}?in=all_open")
    there = other.get_by_role("navigation", name=re.compile("位置|列表"))
    expect(there).to_contain_text(f"2 / {total}")
    there.get_by_role("link", name="全部未解决").click()
    expect(other).to_have_url(re.compile("/queue/all_open"))
    other.close()
