"""Leaves: one says it of oneself, with who stands in; a lead sees it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.e2e.served import AGENT, COLLEAGUE_NAME, Served
from tests.e2e.visits import Visit


@pytest.mark.parametrize("width", ["desktop", "phone"])
def test_one_says_when_one_is_away_and_who_stands_in(served: Served, visit: Callable[..., Visit], width: str) -> None:
    who = visit(served.company, width=width).sign_in(AGENT)
    page = who.go("/queue/mine")
    who.refusals.add(422)
    who.open_me()
    page.get_by_role("menuitem", name="休假").click()
    dialog = page.get_by_role("dialog", name="我的休假")
    expect(dialog).to_contain_text("没有休假")
    begins = datetime.now(UTC) + timedelta(days=40 if width == "phone" else 30)

    def add(*, ends: datetime) -> None:
        dialog.get_by_role("button", name="添加休假").click()
        asked = page.get_by_role("dialog", name="添加休假")
        asked.get_by_label("从", exact=True).fill(f"{begins:%Y-%m-%dT%H:%M}")
        asked.get_by_label("到", exact=True).fill(f"{ends:%Y-%m-%dT%H:%M}")
        asked.get_by_role("combobox", name="代班人").fill(COLLEAGUE_NAME)
        page.keyboard.press("Enter")
        page.keyboard.press("Control+Enter")

    add(ends=begins - timedelta(days=1))
    asked = page.get_by_role("dialog", name="添加休假")
    expect(asked).to_contain_text("结束时间须晚于开始时间")
    asked.get_by_label("到", exact=True).fill(f"{begins + timedelta(days=2):%Y-%m-%dT%H:%M}")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("dialog")).to_have_count(1)
    leaves = dialog.get_by_role("list", name="休假")
    expect(leaves.get_by_role("listitem")).to_contain_text(f"由 {COLLEAGUE_NAME} 代班")
    who.picture("leaves")
    assert not who.barriers()
    leaves.get_by_role("button", name="取消休假").click()
    page.get_by_role("dialog", name="取消这次休假？").get_by_role("button", name="取消休假").click()
    expect(dialog).to_contain_text("没有休假")
