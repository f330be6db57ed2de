"""What customers are told: shipped in both languages, filled in once, escaped, and silent about what is not known."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.bundle.actions import TellCustomerAction
from gongdan.domains.notifications.templates import VARIABLES, LetterLink, Template, Value, render, shipped
from gongdan.domains.policy import presets

LAST_NOTICE = re.compile("如{close_(in|after)}内无异议,我们将默认问题已解决")
KNOWN: dict[str, Value] = {
    "salutation": "王女士",
    "number": "GD-20261122-00042",
    "title": "验证码收不到",
    "responsible": "李雷",
    "next_step": "李雷会在 15 分钟内联系您",
    "link": "https://help.example.com/t/42?k=a&b=c",
    "solved_link": "https://help.example.com/s/1",
    "unsolved_link": "https://help.example.com/s/0",
    "close_at": "2026-11-24 10:00",
    "rate_links": tuple(LetterLink(f"{n} 分", f"https://help.example.com/r/{n}") for n in range(1, 6)),
}


@pytest.mark.parametrize(
    "key",
    [
        "acknowledgement", "assigned", "resolved", "resolved_last_notice", "second_confirmation",
        "waiting_reminder", "closed", "reopened", "sign_in_link",
    ],
)  # fmt: skip
def test_every_template_is_shipped_in_both_languages(key: str) -> None:
    template = shipped()[key]
    for text in (template.name, template.subject, template.body):
        assert set(text) == {"zh-CN", "en"}
    assert re.findall(r"\{\w+\}", template.body["zh-CN"]) == re.findall(r"\{\w+\}", template.body["en"])


@pytest.mark.parametrize("key", sorted(set(shipped()) - {"sign_in_link", "password_link"}))
def test_every_notice_names_the_person_responsible_and_what_comes_next(key: str) -> None:
    body = shipped()[key].body["zh-CN"]
    assert "{responsible}" in body
    assert "{next_step}" in body or "{close_at}" in body


def test_every_template_has_a_sender_and_every_sender_a_template() -> None:
    sent = {"sign_in_link", "password_link"}
    for variant in (False, True):
        bundle = presets.standard((2026,), close_at_24h=variant)
        statuses = bundle.workflows[0].statuses
        actions = [one for status in statuses for one in status.on_enter]
        actions += [one for status in statuses for limit in status.limits for one in limit.actions]
        actions += [one for automation in bundle.automations for one in automation.actions]
        sent |= {one.template for one in actions if isinstance(one, TellCustomerAction)}
    assert sent == set(shipped())


def test_every_variable_is_named_by_a_template() -> None:
    named = {
        name
        for one in shipped().values()
        for text in (*one.subject.values(), *one.body.values())
        for name in re.findall(r"\{(\w+)\}", text)
    }
    assert named == VARIABLES


@pytest.mark.parametrize("close_at_24h", [False, True])
def test_the_last_notice_before_an_automatic_close_says_so(close_at_24h: bool) -> None:
    for status in presets.standard((2026,), close_at_24h=close_at_24h).workflows[0].statuses:
        closes = [limit for limit in status.limits if limit.key == "close"]
        told = [one for limit in status.limits for one in limit.actions if isinstance(one, TellCustomerAction)]
        told = told or [one for one in status.on_enter if isinstance(one, TellCustomerAction)]
        if closes:
            assert LAST_NOTICE.search(shipped()[told[-1].template].body["zh-CN"])


def test_a_notice_reads_as_a_letter() -> None:
    notice = render(shipped()["acknowledgement"], "zh-CN", KNOWN)
    assert notice.subject == "已收到您的问题：验证码收不到"
    assert notice.text.startswith(
        "王女士，您好：\n\n我们已收到您的问题“验证码收不到”，工单编号 GD-20261122-00042。\n\n"
    )
    assert "负责人：李雷\n下一步：李雷会在 15 分钟内联系您\n\n" in notice.text
    assert "查看进度或补充信息: https://help.example.com/t/42?k=a&b=c" in notice.text
    assert '<a href="https://help.example.com/t/42?k=a&amp;b=c">查看进度或补充信息</a>' in notice.html


def test_a_rating_offers_its_links_side_by_side() -> None:
    notice = render(shipped()["closed"], "en", KNOWN)
    assert "How did we do? \n1 分: https://help.example.com/r/1\n2 分:" in notice.text
    assert '<a href="https://help.example.com/r/1">1 分</a> · <a href=' in notice.html


def test_a_line_without_its_value_is_left_out() -> None:
    notice = render(shipped()["acknowledgement"], "zh-CN", KNOWN)
    assert "预计答复时间" not in notice.text
    assert "评分" not in render(shipped()["closed"], "zh-CN", {**KNOWN, "rate_links": ()}).text


def test_an_unknown_locale_falls_back_to_the_default() -> None:
    assert render(shipped()["closed"], "fr", KNOWN).subject.startswith("工单已关闭")


def test_what_a_customer_wrote_is_neither_read_as_a_template_nor_as_html() -> None:
    title = "{link} [x]({link}) <script>alert(1)</script> \"&'"
    notice = render(shipped()["reopened"], "en", {**KNOWN, "title": title})
    assert title in notice.text
    assert "<script>" not in notice.html
    assert notice.html.count("<a ") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", 'https://x" onclick="y', "", "//x"])
def test_only_web_addresses_become_links(address: str) -> None:
    notice = render(shipped()["sign_in_link"], "en", {"workspace": "Acme", "sign_in_link": address})
    assert "<a " not in notice.html


def test_a_subject_is_one_line() -> None:
    notice = render(shipped()["closed"], "en", {**KNOWN, "title": "a\r\nBcc: x@example.com" + "y" * 500})
    assert "\n" not in notice.subject and "\r" not in notice.subject
    assert len(notice.subject) <= 200


def test_a_template_that_names_an_unknown_variable_is_refused() -> None:
    name = {"zh-CN": "x", "en": "x"}
    with pytest.raises(ValueError, match="secret"):
        Template(key="x", name=name, subject=name, body={"zh-CN": "{secret}", "en": ""})


@given(
    st.sampled_from(sorted(shipped())),
    st.sampled_from(["zh-CN", "en"]),
    st.dictionaries(st.sampled_from(sorted(VARIABLES)), st.text(max_size=80)),
)
def test_no_value_breaks_a_notice(key: str, locale: str, values: dict[str, str]) -> None:
    notice = render(shipped()[key], locale, dict(values))
    tags = set(re.findall(r"<(/?\w+)", notice.html))
    assert tags <= {"p", "/p", "br", "a", "/a"}
