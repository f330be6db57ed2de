"""Trash and spam: put away from the ticket and from the list, seen in lists of their own, and taken out again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.served import Served
from tests.e2e.test_bulk import LEAD, numbers, row
from tests.e2e.visits import Visit

WORDS = {
    "zh-CN": ("更多操作", "移入回收站", "从回收站取回", "回收站", "标记垃圾", "预览", "更改 2 张", "不是垃圾"),
    "en": ("More actions", "Move to the trash", "Take out of the trash", "Trash", "Mark as spam", "Preview", "Change 2", "No spam"),
}  # fmt: skip


@pytest.mark.parametrize("locale", WORDS)
def test_tickets_go_into_the_trash_and_among_spam_and_come_back(
    served: Served, visit: Callable[..., Visit], locale: str
) -> None:
    more, put, out, trash, spam, preview, change, unspam = WORDS[locale]
    lead = visit(served.demo, locale=locale).sign_in(LEAD)
    page = lead.go("/queue/team")
    number, *others = numbers(page)
    page.goto(page.url.replace("/queue/team", f"/tickets/{number}"))
    page.get_by_role("button", name=more).click()
    page.get_by_role("menuitem", name=put).click()
    expect(page.get_by_role("button", name=out)).to_be_visible()
    lead.picture("away-ticket")
    assert not lead.barriers()
    page = lead.go("/queue/trash")
    expect(row(page, number)).to_be_visible()
    expect(page.get_by_role("heading", name=trash)).to_be_visible()
    lead.picture("away-trash")
    page = lead.go(f"/tickets/{number}")
    page.get_by_role("button", name=out).click()
    expect(page.get_by_role("button", name=out)).to_have_count(0)
    page = lead.go("/queue/team")
    for each in others[:2]:
        row(page, each).get_by_role("checkbox").click()
    page.get_by_role("button", name=spam).click()
    page.get_by_role("button", name=preview).click()
    lead.picture("away-bulk")
    page.get_by_role("button", name=change).click()
    expect(row(page, others[0])).to_have_count(0)
    page = lead.go("/queue/spam")
    for each in others[:2]:
        row(page, each).get_by_role("checkbox").click()
    page.get_by_role("button", name=unspam).click()
    page.get_by_role("button", name=preview).click()
    page.get_by_role("button", name=change).click()
    page = lead.go("/queue/team")
    expect(row(page, others[0])).to_be_visible()


def test_empty_shelves_say_what_they_are_for(served: Served, visit: Callable[..., Visit]) -> None:
    lead = visit(served.demo).sign_in(LEAD)
    for view, words in (("trash", "回收站是空的"), ("archive", "还没有归档的工单")):
        expect(lead.go(f"/queue/{view}").get_by_text(words)).to_be_visible()
