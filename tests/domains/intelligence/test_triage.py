"""Triage acts on what is clear, only suggests what is not, and always says why."""

import re
import time
from collections import Counter
from importlib.resources import files
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.categories import Category
from gongdan.domains.intelligence.entities import Kind
from gongdan.domains.intelligence.language import Language
from gongdan.domains.intelligence.lexicon import Thresholds, compile_lexicon
from gongdan.domains.intelligence.triage import Suggestion, Triage, triage
from gongdan.kernel.text import LOCALES
from tests.domains.intelligence.kit import bundle, lexicon
from tests.support.growth import spent


def read(title: str, text: str = "") -> Triage:
    return triage(title, text, lexicon())


def words(suggestion: Suggestion | None) -> set[str]:
    return {cause.word for cause in suggestion.causes} if suggestion else set()


def test_a_suggestion_names_its_words_and_where_they_stand() -> None:
    title, text = "重复扣费", "昨天ＡＰＰ里扣了两次，Charged Twice!"
    category = read(title, text).category
    assert category is not None and category.value == "charge-duplicate" and category.acts
    for cause in category.causes:
        assert {"title": title, "text": text}[cause.part][cause.start : cause.end] == cause.word
    assert {"重复扣费", "扣了两次", "Charged Twice"} <= words(category)


def test_a_clear_text_is_acted_on_and_a_vague_one_only_suggested() -> None:
    clear, vague = read("申请退款", "东西不需要，申请退款").category, read("", "关于退款").category
    assert clear is not None and clear.acts
    assert vague is not None and vague.value == "order-refund" and not vague.acts


def test_the_threshold_decides_what_is_acted_on() -> None:
    bold = compile_lexicon(bundle(), Thresholds(category=0.3))
    vague = triage("", "关于退款", bold).category
    assert vague is not None and vague.acts


def test_a_title_weighs_more_than_the_text() -> None:
    first, second = read("开发票", "重置密码").category, read("重置密码", "开发票").category
    assert first is not None and first.value == "order-invoice"
    assert second is not None and second.value == "account-password"


def test_a_text_that_speaks_for_two_branches_is_less_certain() -> None:
    one, two = read("", "申请退款").category, read("", "申请退款，忘记密码").category
    assert one is not None and two is not None
    assert one.confidence > two.confidence


def test_where_two_leaves_speak_alike_their_parent_is_suggested() -> None:
    both = read("", "密码错误，账号锁定").category
    assert both is not None and both.value == "account-login"


def test_the_type_follows_from_the_category() -> None:
    assert read("开发票").type is not None
    kinds = {read(title).type.value for title in ("开发票", "重复扣费") if read(title).type}
    assert kinds == {"order"}


def test_nothing_known_is_nothing_suggested() -> None:
    silent = read("……", "？？？")
    assert silent.category is silent.priority is silent.type is None
    assert silent.sentiment.value == "neutral"
    assert silent.entities == ()


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("不用退款，开发票就行", "退款"),
        ("我不是要退货，开发票", "退货"),
        ("不需要申请退款，只要电子发票", "申请退款"),
        ("I don't need a refund, just the invoice", "refund"),
        ("This is not about a refund: please send me an invoice", "refund"),
        ("There is no need for a refund, send me an invoice", "refund"),
    ],
)
def test_a_subject_that_is_denied_does_not_count(text: str, denied: str) -> None:
    category = read("", text).category
    assert category is not None and category.value == "order-invoice"
    assert denied not in words(category)


@pytest.mark.parametrize("text", ["无法登录", "不能支付", "没收到退款", "can't log in", "payment not received"])
def test_a_problem_that_is_told_with_a_negation_counts(text: str) -> None:
    assert read("", text).category is not None


@pytest.mark.parametrize(
    "text", ["不着急", "不是很急", "没那么急，不紧急", "这个不算紧急", "not urgent", "it is not very urgent, no rush"]
)
def test_haste_that_is_denied_is_no_haste(text: str) -> None:
    priority = read("", text).priority
    assert priority is None or priority.value == "P3"


def test_of_equal_evidence_the_more_urgent_priority_is_suggested() -> None:
    priority = read("", "宕机 咨询").priority
    assert priority is not None and priority.value == "P0"


def test_english_words_are_found_as_words_and_with_their_endings() -> None:
    assert words(read("", "two refunds, please").category) >= {"refunds"}
    assert read("", "preinvoicement").category is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("客服态度差，太失望了", "negative"),
        ("I am very disappointed, this is unacceptable", "negative"),
        ("不好用，不满意", "negative"),
        ("I am not happy with it, not satisfied", "negative"),
        ("非常满意，谢谢你们", "positive"),
        ("Great product, works well, thanks a lot", "positive"),
        ("没有不满，只是问一下", "neutral"),
        ("请问怎么导出", "neutral"),
    ],
)
def test_moods(text: str, wanted: str) -> None:
    assert read("", text).sentiment.value == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("验证码收不到", "zh"),
        ("报错 NullPointerException at com.example.App 请帮忙看一下", "zh"),
        ("I can't log in", "en"),
        ("Please call 张三 about the invoice that we have not received", "en"),
        ("パスワードを忘れました", "ja"),
        ("로그인할 수 없습니다", "ko"),
        ("Ich kann mich nicht anmelden, bitte helfen Sie mir mit der Rechnung", "other"),
        ("Не могу войти в аккаунт", "other"),
        ("12345", "other"),
    ],
)
def test_languages(text: str, wanted: str) -> None:
    assert read("", text).language.value == wanted


def test_a_category_without_words_speaks_through_its_name_and_description() -> None:
    name, description = (
        {"zh-CN": "会员积分", "en": "Loyalty points"},
        {"zh-CN": "积分兑换、积分过期", "en": "expired points"},
    )
    own = PolicyBundle(categories=(Category(key="points", name=name, description=description),))
    for text in ("会员积分怎么没了", "积分过期", "my loyalty points", "expired points"):
        category = triage("", text, compile_lexicon(own)).category
        assert category is not None and category.value == "points"


def test_retired_categories_say_nothing() -> None:
    retired = tuple(msgspec.structs.replace(one, retired=True) for one in bundle().categories)
    assert (
        triage("申请退款", "", compile_lexicon(msgspec.structs.replace(bundle(), categories=retired))).category is None
    )


def test_categories_that_hang_in_the_air_are_not_suggested() -> None:
    name = {"zh-CN": "退款", "en": "Refund"}
    ring = (Category(key="a", name=name, parent="b"), Category(key="b", name=name, parent="a"))
    assert triage("退款", "", compile_lexicon(PolicyBundle(categories=ring))).category is None


def test_an_empty_policy_reads_without_suggesting() -> None:
    bare = triage("退款", "退款", compile_lexicon(PolicyBundle()))
    assert bare.category is bare.priority is bare.type is None


PIECES = [
    "退款",
    "重复扣费",
    "不用",
    "urgent",
    "can't log in",
    "ﬃ",
    "①",
    "①ＡＢ",
    "’",
    "\x00",
    "\ud800",
    "😀",
    " ",
    "\n",
    "元199",
    "订单号",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=30).map("".join), st.text(max_size=300))
def test_no_text_raises_and_every_cause_stands_where_it_says(title: str, text: str) -> None:
    result = read(title, text)
    assert result == read(title, text)
    parts = {"title": title, "text": text}
    for suggestion in (result.category, result.priority, result.sentiment):
        assert suggestion is None or 0 <= suggestion.confidence <= 1
        for cause in suggestion.causes if suggestion else ():
            assert parts[cause.part][cause.start : cause.end] == cause.word


@pytest.mark.parametrize(
    "text",
    [
        "退款" * 100_000,
        "a" * 200_000,
        "refund " * 30_000,
        "can't " * 33_000,
        "不" * 200_000,
        "1元" * 100_000,
        "ﬃ" * 200_000,
    ],
    ids=["word", "letter", "english", "prefix", "negation", "amount", "ligature"],
)
def test_a_hostile_text_takes_bounded_time(text: str) -> None:
    lexicon()
    began = time.process_time()
    read(text, text)
    assert time.process_time() - began < 0.5


ENGLISH = (
    "Hello support team, I have been a customer of yours for about three years now and since the update last Tuesday "
    "the application on my phone has been behaving in a strange way. Whenever I open the list of orders and scroll to "
    "the older ones, the screen turns white for a few seconds and then the application closes by itself. I tried to "
    "reinstall it and to clear the cache, none of which made a difference. The order that I wanted to look at is order "
    "number 10025778 from October, for which I paid $49.00 and have not received the invoice that your colleague had "
    "promised. My phone runs iOS 17.2 and the application says version 3.2.1. Please send it to joe@example.com. "
)
CHINESE = (
    "你们好，我是你们的老客户了，用了大概三年时间。上周二更新以后手机应用就变得很奇怪，每次打开订单列表往下滑到比较早的订单时，"
    "屏幕会变成空白几秒钟，然后应用就自己退出了。我试过重新安装、重启手机、清理缓存，都没有效果。我想看的那个订单号是10025778，"
    "十月三号下的单，付了199元，你们同事答应给我开的发票到现在也没有收到。我的手机系统是iOS 17.2，应用版本是3.2.1。"
    "麻烦你们看一下，把发票发到我的邮箱joe@example.com。另外客服电话打了好几次都没有人接，希望可以改进一下。"
)


@pytest.mark.serial
@pytest.mark.parametrize("sample", [ENGLISH, CHINESE], ids=["english", "chinese"])
def test_two_kilobytes_are_read_in_about_a_millisecond(sample: str) -> None:
    """Spec 10 wants one millisecond, which is three times what it takes to count the words of eight kilobytes."""
    text = (sample * 4).encode()[:2_000].decode(errors="ignore")
    lexicon()
    rounds = [(spent(lambda: read("付款问题 payment problem", text)), spent(words_counted)) for _ in range(200)]
    best, floor = min(one for one, _ in rounds), min(one for _, one in rounds)
    print(f"triage of {len(text.encode())} bytes: {best * 1000:.3f} ms of CPU, {best / floor:.1f} times the floor")
    assert best < 8 * floor


def words_counted() -> Counter[str]:
    """The floor: work of the same kind, as fast as this machine is."""
    return Counter(re.findall(r"\w+", ENGLISH * 10))


def test_everything_that_is_read_has_a_name_in_both_languages() -> None:
    texts = msgspec.json.decode(
        files("gongdan.locales").joinpath("triage.json").read_bytes(), type=dict[str, dict[str, str]]
    )
    wanted = {f"triage.language.{one}" for one in get_args(Language)}
    wanted |= {f"triage.entity.{one}" for one in get_args(Kind)}
    wanted |= {f"triage.sentiment.{one}" for one in ("negative", "neutral", "positive")}
    for locale in LOCALES:
        assert wanted <= set(texts[locale])
    assert set(texts["zh-CN"]) == set(texts["en"])


def test_what_colleagues_choose_from_is_read_out_of_no_message() -> None:
    for words in ("权限申请", "需求：流程优化", "数据协助", "需要系统对接", "账务协助"):
        found = read(words, words).category
        assert found is None or found.value.partition("-")[0] not in ("internal", "requirement"), words
