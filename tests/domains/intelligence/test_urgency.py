"""Urgency is a claim about now and here: no question about what might be, no past, no other place, no politeness."""

import pytest

from gongdan.domains.intelligence.triage import triage
from tests.domains.intelligence.kit import lexicon
from tests.support.growth import outgrown, repeated


def acted(title: str, text: str) -> str | None:
    priority = triage(title, text, lexicon()).priority
    return priority.value if priority and priority.acts else None


@pytest.mark.parametrize(
    "text",
    [
        "What happens if there is an outage at your data centre?",
        "How would you handle a data breach? We are comparing vendors.",
        "Do you have a plan in case of ransomware?",
        "你们如何防止数据泄露？",
        "万一服务器宕机，数据会不会丢失？",
        "如果支付系统故障怎么办？想提前了解",
    ],
)
def test_a_question_about_what_might_be_is_no_emergency(text: str) -> None:
    assert acted("", text) != "P0"


@pytest.mark.parametrize(
    "text",
    [
        "去年你们有一次宕机，想了解改进情况",
        "Last year we had an outage; please send the report.",
        "The site was down this morning but is back now, thanks.",
        "已恢复正常，之前系统瘫痪的问题解决了",
        "I read in the news that a competitor was hacked.",
        "Please update our emergency contact.",
        "紧急联系人要改一下",
        "Please send the newsletter to all customers.",
        "the button is green in production",
    ],
)
def test_what_is_over_or_elsewhere_or_a_name_is_no_emergency(text: str) -> None:
    assert acted("", text) != "P0"


@pytest.mark.parametrize(
    "text",
    [
        "Our site is down, can you help?",
        "Hello,\n\n----------\nthe production is down and all customers are affected by the outage.",
        "系统瘫痪了，所有客户都无法下单！",
        "系统瘫痪，请尽快恢复正常",
        "How can it be that the whole site is down again?",
        "Is the server down? Nobody can log in.",
        "The website is down. When will it be fixed?",
        "Our server is down and has not been fixed since last week.",
        "支付系统崩溃了，怎么处理？",
        "数据全没了，怎么办",
        "We have been hacked, what should we do?",
    ],
)
def test_a_claim_about_now_is_one_however_it_is_asked(text: str) -> None:
    assert acted("", text) == "P0"


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("Nobody in our branch can connect. Thank you for your prompt attention.", "P3"),
        ("Thank you for your suggestion, the printer still does not print.", "P3"),
        ("We appreciate your immediate attention to this matter.", "P1"),
        ("I look forward to your quick reply.", "P1"),
        ("The deadline field is missing in the form", "P1"),
    ],
)
def test_politeness_says_nothing_about_priority(text: str, priority: str) -> None:
    assert acted("", text) != priority


GROWING = [
    "等了两个小时",
    "but ",
    "如果宕机",
    "is down ",
    "all customers ",
    "五星的价格",
    "没什么",
    "how do you ",
    "。",
    "不" * 9,
]


@pytest.mark.serial
@pytest.mark.parametrize("piece", GROWING)
def test_time_grows_with_the_text(piece: str) -> None:
    lexicon()

    def read(length: int) -> None:
        triage("", repeated(piece, length), lexicon())

    assert not outgrown(read, 3_500, quick_s=0.03)
