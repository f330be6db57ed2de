"""A list is taken out as a file, from the menu above it."""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.served import AGENT, Served
from tests.e2e.test_bulk import LEAD, numbers
from tests.e2e.visits import Visit

WORDS = {
    "zh-CN": ("视图操作", "导出…", "导出列表", "CSV 文本（.csv）", "编号"),
    "en": ("View actions", "Export…", "Export the list", "CSV text (.csv)", "Number"),
}


@pytest.mark.parametrize("locale", WORDS)
def test_a_lead_exports_what_the_list_shows(served: Served, visit: Callable[..., Visit], locale: str) -> None:
    menu, item, title, text, head = WORDS[locale]
    lead = visit(served.demo, locale=locale).sign_in(LEAD)
    page = lead.go("/queue/all_open")
    shown = numbers(page)
    page.get_by_role("button", name=menu).click()
    page.get_by_role("menuitem", name=item).click()
    dialog = page.get_by_role("dialog", name=title)
    expect(dialog).to_contain_text(re.compile(r"\d+ (张|tickets)"))
    dialog.get_by_role("radio", name=text).check()
    lead.picture("export")
    assert not lead.barriers()
    with page.expect_download() as going:
        dialog.get_by_role("button", name=item.strip("…"), exact=True).click()
    rows = list(csv.DictReader(io.StringIO(Path(going.value.path()).read_text("utf-8-sig"))))
    found = [row[head] for row in rows]
    assert found, "of the lead's own team"
    assert found == [number for number in shown if number in found], "as listed, less what is not theirs to export"
    expect(dialog).to_have_count(0)


def test_who_may_not_export_is_not_offered_it(served: Served, visit: Callable[..., Visit]) -> None:
    page = visit(served.company).sign_in(AGENT).go("/queue/all_open")
    page.get_by_role("button", name=WORDS["zh-CN"][0]).click()
    expect(page.get_by_role("menuitem").first).to_be_visible()
    expect(page.get_by_role("menuitem", name="导出…")).to_have_count(0)
