"""Refusals as they are told: in the reader's language and in words, explained on this server, nothing overwritten."""

import re
from typing import Any

import httpx
import pytest

from gongdan.infra.catalogue import best_locale, catalogue, say
from gongdan.infra.http.problem_page import codes
from gongdan.infra.http.problems import ENVELOPE, described
from gongdan.kernel.errors import FieldFault, Refusal
from tests.kit import Office

pytestmark = pytest.mark.anyio

AREAS = ("errors", "faults", "lint", "words", "pages")
OF_OPERATORS = ("cli", "network", "server", "settings", "database", "backup", "log", "mail.mailbox")
"""Who reads these works at a command line: names of programs, files and settings belong there."""
KNOWN = {
    "API", "CSV", "GB18030", "HTTP", "ID", "IMAP", "JSON", "SMTP", "URL", "UTF-8", "VIP", "QQ", "CSRF",
    "Idempotency-Key", "Reply-To", "application/json", "http", "https", "Asia/Shanghai", ".eml", ".mbox", "maildir",
    "help.example.com", "MB", "gongdan doctor", "HTML", "PNG", "PDF",
}  # fmt: skip


def test_a_chinese_text_holds_no_english() -> None:
    odd = {}
    for key, text in catalogue()["zh-CN"].items():
        area, _, rest = key.partition(".")
        if area not in AREAS or rest.startswith(OF_OPERATORS):
            continue
        plain = re.sub(r"\{[^}]*\}", "", text)
        for known in sorted(KNOWN, key=len, reverse=True):
            plain = plain.replace(known, "")
        if found := re.findall(r"[A-Za-z_]{2,}", plain):
            odd[key] = found
    assert not odd


def test_an_english_text_holds_no_chinese() -> None:
    odd = {key for key, text in catalogue()["en"].items() if re.search("[\u4e00-\u9fff]", text)}
    assert not {key for key in odd if key.partition(".")[0] in AREAS}


@pytest.mark.parametrize(
    ("header", "locale"),
    [
        ("", "zh-CN"),
        ("en", "en"),
        ("en-GB,zh;q=0.5", "en"),
        ("en;q=0.3, zh-TW;q=0.9", "zh-CN"),
        ("fr, en;q=0.2", "en"),
        ("en;q=0", "zh-CN"),
        ("zh;q=0, en;q=0.1", "en"),
        ("en;q=x, zh", "zh-CN"),
        ("en;q=1.0,zh;q=1.0", "en"),
        (";;,,q=", "zh-CN"),
        ("EN-us", "en"),
        ("de;q=1, *;q=0.5", "zh-CN"),
        ("zh-hans-cn;q=0.001,en;q=0.002", "en"),
    ],
)
def test_the_language_that_is_preferred_is_answered(header: str, locale: str) -> None:
    assert best_locale(header) == locale


def test_values_are_told_as_people_read_them() -> None:
    from datetime import UTC, datetime

    told = say("faults.inbox.before_opening", "zh-CN", {"opened_at": datetime(2026, 3, 2, 1, 0, 5, 123456, UTC)})
    assert told is not None and "2026-03-02 01:00 UTC" in told and "123456" not in told
    told = say("faults.condition.op_unfit", "zh-CN", {"type": "text", "op": "lt", "fits": ["is", "contains"]})
    assert told is not None and not re.search("[A-Za-z]", told), told
    told = say("errors.workflow.transition_refused.remedy", "en", {"allowed_names": [{"zh-CN": "甲", "en": "A"}]})
    assert told == "From here it can go to: A."
    assert "{" not in (say("errors.workflow.transition_refused.remedy", "en", {}) or "")


class Clumsy(Refusal):
    code = "request.refused"
    status = 418


async def test_members_never_collide_with_the_envelope(office: Office) -> None:
    class Asked:
        headers = {"accept-language": "en"}

    members: dict[str, Any] = dict.fromkeys(ENVELOPE - {"faults"}, "mine")
    fault = FieldFault("place", "required", {"field": "f", "code": "c", "title": "t", "remedy": "r"})
    told = described(Asked(), Clumsy(faults=(fault,), **members))
    assert (told["status"], told["code"], told["its_status"]) == (418, "request.refused", "mine")
    assert (told["faults"][0]["field"], told["faults"][0]["its_field"]) == ("place", "f")


async def test_a_problem_leads_to_its_explanation_here(office: Office) -> None:
    agent = await office.member("小李", "agent", service=False)
    told = (await agent.post("/tickets", {})).json()
    transport = httpx.ASGITransport(app=office.asgi)
    async with httpx.AsyncClient(transport=transport, base_url="http://office.test") as client:
        page = await client.get(told["type"])
        whole = await client.get("/problems")
        missing = await client.get("/problems/nothing.such")
    assert page.status_code == 200
    assert told["title"] in page.text and "Some fields are not as they should be" in page.text
    assert all(f'id="{code}"' in whole.text for code in codes())
    assert "<script" not in whole.text and whole.headers["content-security-policy"].startswith("default-src 'none'")
    assert missing.status_code == 404


async def test_an_unknown_status_is_a_fault_of_the_move(office: Office) -> None:
    lead = await office.member("李雷", "lead", tech=True)
    number = await office.ticket(await office.customer())
    answer = await lead.post(f"/tickets/{number}/moves", {"to": "nowhere"})
    assert (answer.status_code, answer.json()["faults"][0]["field"]) == (422, "to")


async def test_a_refused_move_names_the_statuses_as_people_do(office: Office) -> None:
    lead = await office.member("李雷", "lead", tech=True)
    number = await office.ticket(await office.customer())
    statuses = {one["key"] for each in (await lead.get("/directory")).json()["statuses"].values() for one in each}
    answers = [await lead.post(f"/tickets/{number}/moves", {"to": status}) for status in sorted(statuses)]
    refused = [one.json() for one in answers if one.status_code == 409]
    assert any(one["code"] == "workflow.transition_refused" for one in refused)
    assert not [one["remedy"] for one in refused if re.search("[a-z_]{3,}", one["remedy"])]
