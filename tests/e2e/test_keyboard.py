"""The workbench without a mouse, and in another language."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.e2e.served import Served
from tests.e2e.visits import Visit, says

ENGLISH = "emma@demo.gongdan.local"


def test_the_list_is_walked_and_a_ticket_opened_by_keys(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.demo, locale="en").sign_in(ENGLISH).go("/queue/all_open")
    rows = page.locator("a[data-row]")
    first, second = (rows.nth(at).get_attribute("data-row") for at in (0, 1))
    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served.demo}/tickets/{second}?in=all_open")
    page.go_back()
    expect(page.locator(f"a[data-row='{first}']")).to_be_visible()


def test_a_ticket_is_found_by_its_title_in_the_palette(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.demo, locale="en").sign_in(ENGLISH).go("/queue/all_open")
    number = page.locator("a[data-row]").first.get_attribute("data-row")
    title = page.request.get(f"/api/v1/tickets/{number}").json()["title"]
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox")
    field.fill(title[:12])
    found = page.get_by_role("option", name=title)
    expect(found.first).to_be_visible()
    field.press("ArrowDown")
    field.press("ArrowUp")
    found.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def test_a_note_is_written_by_keys_and_cannot_be_mistaken_for_a_reply(
    served: Served, visit: Callable[..., Visit]
) -> None:
    page = visit(served.demo, locale="en").sign_in(ENGLISH).go("/queue/team")
    expect(page.locator("a[data-row]").first).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Public reply")).to_be_visible()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("n")
    box = page.get_by_role("textbox", name="Internal note")
    expect(box).to_be_focused()
    expect(page.get_by_text("the customer does not")).to_be_visible()
    page.keyboard.type("Called back, will try the new firmware.")
    page.reload()
    page.get_by_role("tab", name="Internal note").click()
    says(box, "Called back, will try the new firmware.")
    box.press("Control+Enter")
    expect(page.get_by_role("article", name="Internal note of Emma Wilson").last).to_contain_text("new firmware")


def test_a_ticket_is_opened_for_a_customer_by_keys(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.demo, locale="en").sign_in(ENGLISH).go("/queue/mine")
    page.keyboard.press("Alt+t")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Title").fill("Wants the invoice in English")
    dialog.get_by_role("combobox", name="Customer's mail").fill("ida@kunde.example")
    dialog.get_by_role("combobox", name="Customer's name").fill("Ida Berg")
    for label, choice in (("Category", "invoice"), ("Priority", "")):
        dialog.get_by_role("combobox", name=label).press("Enter")
        page.keyboard.type(choice)
        page.keyboard.press("Enter")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="Wants the invoice in English")).to_be_visible()


def test_the_language_changes_in_place_and_stays(served: Served, visit: Callable[..., Visit]) -> None:
    who = visit(served.demo, locale="en").sign_in("daniel@demo.gongdan.local")
    page = who.go("/queue/mine")
    expect(page.get_by_role("heading", name="Mine")).to_be_visible()
    who.open_me()
    page.get_by_role("menuitem", name=re.compile("中文")).click()
    expect(page.get_by_role("heading", name="我负责的")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="我负责的")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
