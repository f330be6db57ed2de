"""What a text names is found in its place, in Chinese and English, whatever surrounds it."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.intelligence.entities import MAX_ENTITIES, entities_of
from gongdan.domains.intelligence.scanned import scan


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.value) for one in entities_of(scan(text), "text")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("订单号：SO20261122001 还没到", [("order_number", "SO20261122001")]),
        ("我的订单 10025778 在哪", [("order_number", "10025778")]),
        ("订单编号是2026112200017788", [("order_number", "2026112200017788")]),
        ("order #10025-7788 is late", [("order_number", "10025-7788")]),
        ("Order number: AB-99172, please", [("order_number", "AB-99172")]),
        ("see 20261122123456789012 for details", [("order_number", "20261122123456789012")]),
        ("快递单号 SF1234567890123", [("tracking_number", "SF1234567890123")]),
        ("运单号：773012345678901", [("tracking_number", "773012345678901")]),
        ("中通75312345678901到哪了", [("tracking_number", "75312345678901")]),
        ("tracking number 1Z999AA10123456784", [("tracking_number", "1Z999AA10123456784")]),
        ("EA123456789CN", [("tracking_number", "EA123456789CN")]),
        ("电话13812345678，急", [("phone", "13812345678")]),
        ("手机 138 1234 5678", [("phone", "13812345678")]),
        ("+86 138-1234-5678", [("phone", "+8613812345678")]),
        ("座机010-62345678", [("phone", "01062345678")]),
        ("(0755) 2345678-801", [("phone", "07552345678801")]),
        ("热线400-820-8820", [("phone", "4008208820")]),
        ("call +1 415 555 2671", [("phone", "+14155552671")]),
        ("发到zhang.san+1@mail.example.com.cn。", [("mail", "zhang.san+1@mail.example.com.cn")]),
        ("Mail: Joe@Example.com", [("mail", "Joe@Example.com")]),
        ("扣了199元", [("amount", "CNY 199.00")]),
        ("￥1,299.5 太贵", [("amount", "CNY 1299.50")]),
        ("¥ 88", [("amount", "CNY 88.00")]),
        ("合同3.5万元", [("amount", "CNY 35000.00")]),
        ("$49.00 each", [("amount", "USD 49.00")]),
        ("1,000 dollars", [("amount", "USD 1000.00")]),
        ("USD 12.30", [("amount", "USD 12.30")]),
        ("€20 and £15", [("amount", "EUR 20.00"), ("amount", "GBP 15.00")]),
        ("打开https://a.example.com/x?y=1&z=中。", [("url", "https://a.example.com/x?y=1&z=")]),
        ("(see https://Example.com/A).", [("url", "https://Example.com/A")]),
        ("www.example.com/help", [("url", "www.example.com/help")]),
        ("错误码：E1024", [("error_code", "E1024")]),
        ("报错502", [("error_code", "502")]),
        ("error code 0x80070005", [("error_code", "0x80070005")]),
        ("HTTP 404 on every page", [("error_code", "404")]),
        ("502 Bad Gateway", [("error_code", "502")]),
        ("net::ERR_CONNECTION_REFUSED", [("error_code", "ERR_CONNECTION_REFUSED")]),
        ("ORA-00942 again", [("error_code", "ORA-00942")]),
        ("版本3.2.1闪退", [("version", "3.2.1")]),
        ("version 12.4 of the app", [("version", "12.4")]),
        ("v2.0.0-beta1", [("version", "2.0.0-beta1")]),
        ("iOS 17.2 上", [("version", "iOS 17.2")]),
        ("Windows 11, Chrome 120", [("version", "Windows 11"), ("version", "Chrome 120")]),
        ("用的是1.12.3", [("version", "1.12.3")]),
        ("电话１３８１２３４５６７８", [("phone", "13812345678")]),
    ],
)
def test_entities_are_read(text: str, wanted: list[tuple[str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "你好，在吗？",
        "我们有3个人，等了5天",
        "会议在10:30开始",
        "2026年11月22日",
        "2026-11-22",
        "192.168.0.1",
        "第 12 条",
        "@张三 看一下",
        "9138123456789",
        "room 101",
        "errors happen",
    ],
)
def test_other_numbers_and_words_are_not_taken_for_something(text: str) -> None:
    assert found(text) == []


def test_overlapping_readings_are_told_apart_by_force() -> None:
    assert found("https://shop.example.com/order/10025778?price=$49") == [
        ("url", "https://shop.example.com/order/10025778?price=$49")
    ]


def test_an_entity_knows_where_it_was_written_even_behind_characters_that_change_their_length() -> None:
    raw = "ﬃ…①㎏ 错误码：Ｅ１０２４！"
    (one,) = entities_of(scan(raw), "text")
    assert raw[one.start : one.end] == one.word == "错误码：Ｅ１０２４"
    assert one.value == "E1024"


def test_a_number_told_by_a_word_is_surer_than_one_told_by_its_form() -> None:
    (told,) = entities_of(scan("订单号 SO20261122001"), "text")
    (formed,) = entities_of(scan("SO20261122001"), "text")
    assert told.confidence > formed.confidence


HOSTILE = [
    "a" * 16_000,
    "1" * 16_000,
    "1 " * 8_000,
    "a@" * 8_000,
    "a.b-" * 4_000,
    "http://" * 2_000,
    "1," * 8_000,
    "1.1" * 5_000,
    "订单号：" * 4_000,
    "err_a" * 3_000,
    "err_" + "a_" * 8_000,
    "+1-(22)-" * 2_000,
    "138 1234 " * 1_700,
    "0x" * 8_000,
    "v 是:" * 4_000,
    "代码: " * 4_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_makes_reading_slow(text: str) -> None:
    began = time.process_time()
    entities_of(scan(text), "text")
    assert time.process_time() - began < 0.25


def test_a_table_of_numbers_gives_no_endless_list() -> None:
    assert len(found("订单号 10025778\n" * 500)) == MAX_ENTITIES


@given(
    st.text(alphabet=st.sampled_from("aE@.:/-_+#¥$ 0123456789元订单号版本错误码ﬃ①Ａ１"), max_size=200)
    | st.text(max_size=200)
)
def test_every_entity_stands_where_it_says(raw: str) -> None:
    entities = entities_of(scan(raw), "text")
    assert all(raw[one.start : one.end] == one.word for one in entities)
    assert all(first.end <= second.start or first.start == second.start for first, second in pairwise(entities))
    assert all(re.fullmatch(r"[A-Z]{3} \d+\.\d\d", one.value) for one in entities if one.kind == "amount")
