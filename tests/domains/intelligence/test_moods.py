"""A fact is neutral unless it tells harm; after a "but" more is meant; what was not met is praise."""

import pytest

from gongdan.domains.intelligence.triage import triage
from tests.domains.intelligence.kit import lexicon


def mood(text: str) -> str:
    return triage("", text, lexicon()).sentiment.value


@pytest.mark.parametrize(
    "text",
    [
        "外卖晚到了一个半小时，汤全洒了",
        "快递五天了还没到",
        "收到的杯子是碎的",
        "打开箱子发现屏幕都裂了",
        "等了快三个小时才有人来",
        "用了两天就坏了",
        "The pizza arrived cold after two hours",
        "I waited three hours and nobody came",
        "The parcel came broken",
        "My order is two weeks late",
    ],
)
def test_waiting_cold_and_broken_things_are_harm_without_a_word_of_mood(text: str) -> None:
    assert mood(text) == "negative"


@pytest.mark.parametrize(
    "text",
    [
        "订单号 2026110512，已付款，收货地址是上海",
        "请问如何导出报表",
        "无法登录，提示密码错误",
        "I can't log in, error 403",
        "Please change the address of order 12345 to Rome.",
        "五星级酒店怎么预订",
        "周一上午到货，共三箱",
        "等下周一我再付款",
        "你们等两个小时再打电话给我",
        "The meeting takes two hours",
        "请在三天内寄出",
        "冷的天气能寄吗",
        "不是不满意，只是想问一下",
    ],
)
def test_facts_and_questions_are_neutral(text: str) -> None:
    assert mood(text) == "neutral"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("房间干净，不过隔音太差", "negative"),
        ("Nice room, but the noise kept us awake all night", "negative"),
        ("The food was great. However, the waiter was rude", "negative"),
        ("质量不错，就是味道刺鼻，受不了", "negative"),
        ("一开始很满意，可是用了两天就坏了", "negative"),
        ("虽然有点慢，但是味道很好，下次还来", "positive"),
        ("有点小贵，但是非常值得", "positive"),
        ("Delivery was too slow and disappointing, but the product is excellent", "positive"),
    ],
)
def test_what_follows_a_contrast_outweighs_what_stands_before_it(text: str, wanted: str) -> None:
    assert mood(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("四星的价格，旅社的服务", "negative"),
        ("豪华酒店的价格，大排档的味道", "negative"),
        ("Five-star prices, hostel service", "negative"),
        ("三星的价格，五星的服务", "positive"),
        ("Budget prices, five-star service", "positive"),
    ],
)
def test_a_price_and_what_is_given_for_it_are_weighed_against_each_other(text: str, wanted: str) -> None:
    assert mood(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "没什么可抱怨的",
        "没有什么不满意的地方",
        "挑不出什么毛病",
        "没遇到过任何问题，很稳定",
        "用到现在没有发现什么不好的地方",
        "I have nothing to complain about",
        "No complaints so far",
        "I couldn't be happier",
    ],
)
def test_nothing_bad_is_good(text: str) -> None:
    assert mood(text) == "positive"


@pytest.mark.parametrize("text", ["谈不上满意", "不怎么好用", "It is not good at all", "并不好吃"])
def test_nothing_good_is_bad(text: str) -> None:
    assert mood(text) == "negative"
