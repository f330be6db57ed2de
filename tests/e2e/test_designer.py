"""Workflows in the administration: their drawing, the list beside it, and what is changed in them."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

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
