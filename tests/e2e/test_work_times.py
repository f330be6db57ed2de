"""Recorded time added up, in the area of leads."""

import csv
import io
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.served import AGENT, COMPANY, Served
from tests.e2e.test_marks import asked, through
from tests.e2e.test_ticket_work import posts
from tests.e2e.visits import Locale, Visit, Width

OWN = "correct horse battery staple"
WORDS = {
    "zh-CN": {"title": "工时", "person": "人员", "ticket": "工单", "download": "下载明细", "until": "到", "none": "这段时间没有工时"},
    "en": {
        "title": "Recorded time", "person": "Person", "ticket": "Ticket", "download": "Download entries", "until": "To",
        "none": "No time recorded in these days",
    },
}  # fmt: skip


@pytest.mark.parametrize("width", ["desktop", "phone"])
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_a_lead_adds_up_what_was_recorded(
    served: Served, visit: Callable[..., Visit], locale: Locale, width: Width
) -> None:
    words = WORDS[locale]
    mail = f"times-{locale.lower()}-{width}@yunfan.example"
    add = ("user", "add", mail, "--name", "江总监", "--role", "director", "--workspace", COMPANY)
    served.command(*add, given=f"{OWN}\n")
    agent = visit(served.company).sign_in(AGENT)
    number = asked(visit(served.company), f"report-{locale}-{width}@kunde.example", "蒲松")
    through(agent, number, "claim", "accept")
    posts(agent, f"/api/v1/tickets/{number}/times", {"minutes": 1440, "work_kind": "remote", "note": "=1+1"})
    posts(agent, f"/api/v1/tickets/{number}/times", {"minutes": 65, "note": "查日志"})
    lead = visit(served.company, locale=locale, width=width).sign_in(mail, OWN)
    page: Page = lead.go("/team/report/times")
    table = page.get_by_role("table", name=words["title"])
    expect(table.get_by_role("row", name=re.compile("林晓"))).to_be_visible()
    lead.picture("work-times")
    assert lead.barriers() == []
    page.get_by_text(words["ticket"], exact=True).first.click()
    row = table.get_by_role("row", name=re.compile(number))
    expect(row).to_contain_text(re.compile("25 (小时 5 分|h 5 min)"))
    lead.picture("work-times-tickets")
    with page.expect_download() as saved:
        page.get_by_role("button", name=words["download"]).click()
    rows = list(csv.reader(io.StringIO(saved.value.path().read_text("utf-8-sig"))))
    assert [one[-1] for one in rows if number in one] == ["'=1+1", "查日志"]
    page.get_by_label(words["until"], exact=True).fill("2025-12-31")
    page.get_by_label(re.compile("^(从|From)$")).fill("2025-12-01")
    expect(page.get_by_text(words["none"])).to_be_visible()
    lead.picture("work-times-none")
    through(agent, number, "resolve")
