"""The new words of a reply: every mail program's way to quote is known, and the writer's words are never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.channels.mail.email.quotes import MARKER, split_reply, split_with
from gongdan.domains.channels.mail.email.quotes.words import compile_words, languages

QQ = (
    "------------------ 原始邮件 ------------------\n"
    '发件人: "客服" <kf@x.com>;\n发送时间: 2026年11月1日\n收件人: "我"<me@qq.com>;\n'
)
OUTLOOK = "发件人: 客服 <kf@x.com>\n发送时间: 2026年11月1日 10:20\n收件人: 我\n主题: 回复: 退款\n"
HEADERS = "From: Support <kf@x.com>\nSent: Sunday, November 1, 2026 10:20 AM\nTo: me\nSubject: RE: x\n"
PROGRAMS = {
    "QQ邮箱": QQ + "\n您的退款",
    "企业微信邮箱": "------------------ Original ------------------\nFrom: x\nDate: Sun, Nov 1\n\n您的退款",
    "网易": '在 2026-11-01 10:20:30，"客服" <kf@x.com> 写道：\n\n您的退款',
    "网易, marked": '在 2026-11-01 10:20:30,"客服" <kf@x.com> 写道:\n>您的退款\n>已处理',
    "网易邮箱大师": "---- 回复的原邮件 ----\n发件人 客服<kf@x.com>\n日期 2026年11月01日\n您的退款",
    "Outlook": OUTLOOK + "\n您的退款",
    "Outlook, English": HEADERS + "\nYour refund",
    "Outlook, underlined": "________________________________\n" + HEADERS + "\nYour refund",
    "Outlook, original": "-----Original Message-----\nFrom: Support\n\nYour refund",
    "阿里邮箱": f"{'-' * 66}\n发件人:客服 <kf@x.com>\n发送时间:2026年11月1日\n收件人:我\n主　题:回复:退款\n\n您的退款",
    "iPhone": "> 在 2026年11月1日，10:20，客服 <kf@x.com> 写道：\n> \n> 您的退款",
    "Gmail": "On Sun, Nov 1, 2026 at 10:20 AM Support <kf@x.com> wrote:\n\n> Your refund\n",
    "Gmail, wrapped": "On Sun, Nov 1, 2026 at 10:20 AM Support of Example <\nkf@x.com> wrote:\n\n> Your refund\n",
    "Gmail, Chinese": "客服 <kf@x.com> 于2026年11月1日周日 10:20写道：\n\n> 您的退款\n",
    "Apple": "On 1 Nov 2026, at 10:20, Support <kf@x.com> wrote:\n\nYour refund",
    "forward": "---------- Forwarded message ---------\nFrom: kf@x.com\nDate: Sun\n\nYour refund",
}


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("width", ["as it is", "full-width"])
def test_the_quote_of_each_program_is_cut(program: str, width: str) -> None:
    quote = PROGRAMS[program]
    if width == "full-width":
        quote = quote.replace(": ", "：").replace(":\n", "：\n")
    reply = split_reply(f"还没有到账，请查一下。\n谢谢\n\n{quote}", None)
    assert reply.new_text == "还没有到账，请查一下。\n谢谢"
    assert quote.strip().splitlines()[-1].strip() in reply.quoted_text


UNLISTED = {
    "Russian, no verb": "пт, 6 нояб. 2026 г. в 9:05, Anna Berg <anna@x.test>:\n\nold",
    "Russian, marked": "пт, 6 нояб. 2026 г. в 9:05, Anna Berg <anna@x.test>:\n> old",
    "Finnish, wrapped": "pe 6. marraskuuta 2026 klo 9.05 Anna Berg\n<anna@x.test> kirjoitti:\n\nold",
    "Turkish": "Anna Berg <anna@x.test>, 6 Kas 2026 Cum, 09:05 tarihinde şunu yazdı:\n\nold",
    "Thai": "ในวันที่ 6 พ.ย. 2026 09:05 Anna Berg <anna@x.test> เขียนว่า:\n\nold",
    "Hindi": "शुक्र, 6 नव॰ 2026 को 09:05 बजे को Anna <anna@x.test> ने लिखा:\n\nold",
    "Korean": "2026년 11월 6일 (금) 오전 9:05, Anna <anna@x.test>님이 작성:\n\nold",
    "Japanese": "2026年11月6日(金) 9:05 Anna <anna@x.test>:\n\nold",
    "verb before the date": "Anna Berg wrote on 11/6/26 9:05 AM:\n> old",
    "address alone": "Citát Anna Berg <anna@x.test>:\n\n> old",
    "no colon": "On Fri, 6 Nov 2026 09:05:00 +0100 Anna Berg <anna@x.test> wrote\n\nold",
    "date, time and name": "2026-11-06 09:05 GMT+08:00 Anna Berg\n\nold",
    "date and address": "2026/11/6 Anna Berg <anna@x.test>\n\n> old",
    "Greek block": "Από: Anna <anna@x.test>\nΕστάλη: 6 Νοεμβρίου 2026 9:05\nΠρος: me\nΘέμα: t\n\nold",
    "Romanian block": "De la: Anna <anna@x.test>\nTrimis: vineri, 6 noiembrie 2026 9:05\nCătre: a@x\nSubiect: t\n\nold",
    "Czech title": "---------- Původní e-mail ----------\nOd: Anna <a@x.test>\nKomu: b@x\nDatum: 6. 11. 2026\n\nold",
    "Icelandic title": "-----Upprunaleg skilaboð-----\nFrá: Anna <a@x.test>\nSent: 6.11.2026 9:05\nEfni: t\n\nold",
    "marks of direction": "От: Anna <a@x.test>\nОтправлено: \u200eпятница\u200e, \u200e6 ноября 2026 г. 9\u200e:\u200e05\nКому: B\n\nold",
}


@pytest.mark.parametrize("program", UNLISTED)
def test_a_quote_is_told_by_its_shape_in_languages_that_are_not_listed(program: str) -> None:
    reply = split_with(
        f"It happens again.\n\n{UNLISTED[program]}\n", None, words=compile_words(frozenset(languages()) - {"en"})
    )
    assert reply.new_text == "It happens again."
    assert "old" in reply.quoted_text


@pytest.mark.parametrize(
    "label",
    [
        "From: Rotterdam\nTo: Utrecht\nDate: 2026-11-20\nSubject: pallet 7",
        "Von: Berlin\nNach: Paris\nDatum: 23.11.2026\nBetreff: Dienstreise",
        "发件人：王五\n收件人：李四\n日期：2026-11-20\n主题：合同",
        "寄件人：王五\n收件人：李四\n寄件日期：2026年11月20日\n标题：合同",
    ],
)
def test_a_journey_or_a_parcel_with_a_sender_and_a_day_is_no_quote(label: str) -> None:
    text = f"Please look:\n\n{label}\n\nIt never arrived."
    assert split_reply(text, None).new_text == text


def test_our_own_marker_cuts_before_anything_else() -> None:
    assert split_reply(f"还没有\n\n> {MARKER}\n> 您好", None).new_text == "还没有"
    assert split_reply(f"还没有\n{MARKER}\n您好\n另外一段", None).new_text == "还没有"


def test_our_own_marker_cuts_nothing_that_stands_below_it_alone() -> None:
    assert split_reply(f"{MARKER}\n\n明天来修", None).new_text == "明天来修"


@pytest.mark.parametrize("quoted", [f"> {MARKER}\n>\n> 周二可以吗？", f"{MARKER}\n> 周二可以吗？"])
def test_our_own_marker_cuts_no_answer_below_a_quote(quoted: str) -> None:
    new = split_reply(f"您好\n\n{quoted}\n\n周二不行，周三吧。\n\n> 几楼？\n\n三楼。\n\n诺拉", None).new_text
    assert "周二不行，周三吧。" in new
    assert new.endswith("> 几楼？\n\n三楼。\n\n诺拉")


@pytest.mark.parametrize(
    "text",
    [
        "From: Paris\nTo: Rome\nDate: tomorrow, please",
        "他在邮件里写道：明天到账，可是没有。",
        "收件人：张三\n地址：上海市",
        "I wrote:\n- one\n- two",
        "价格 > 100 的订单\n都有问题",
        "2026-11-06 09:05:00 anna@x.test login failed\n\nplease look",
        "It fails:\n2026-11-06 09:05:00 no answer for anna@x.test:\n2026-11-06 09:06:00 again\nplease look",
        "Hi\n\nOn 6 November 2026 I wrote to anna@x.test:\nPlease help.\n\nNobody answered",
        "Hallo\n\nAm 6. November 2026 hat Frau Berg <anna@x.test> mir gesagt:\nbitte warten.\n\nNiemand kam",
        "您好\n\n姓名：李雷\n邮箱：li@x.test\n日期：2026-11-06\n内容：坏了",
        "Guten Tag\n\nName: Anna\nE-Mail: anna@x.test\nDatum: 06.11.2026\nNachricht: kaputt",
        "Booking\n\nFrom: Paris\nTo: Rome\nDate: 2026-11-06\n\nplease change",
        "See below\n\n=== Config ===\nport: 80\nhost: x",
        "These fail:\n> 100 kg\n> 200 kg",
        "Click here:\n>> http://x.test/login <<\nthen sign in.",
        "a\n----------\nb\n" + "a long paragraph that is no name card at all, going on and on and on and on. " * 2,
    ],
)
def test_what_only_resembles_a_quote_stays(text: str) -> None:
    reply = split_reply(text, None)
    assert (reply.new_text, reply.quoted_text) == (text.strip(), "")


def test_answers_between_quoted_lines_stay_with_the_questions_above_them() -> None:
    text = "> 您的型号？\nA100\n> 购买日期？\n去年"
    assert split_reply(text, None).new_text == text
    assert split_reply(f"{text}\n> 谢谢\n", None).new_text == text


def test_a_long_quote_is_no_question() -> None:
    assert split_reply("> old\n" * 40 + "\nnew", None).new_text == "new"


def test_an_answer_below_the_quote_stays() -> None:
    assert split_reply("On Sun, 1 Nov 2026 at 10:20 A <a@x.com> wrote:\n> old\n\nnew", None).new_text == "new"


def test_a_mail_that_is_nothing_but_a_quote_keeps_its_words() -> None:
    assert split_reply("> only this", None).new_text == "> only this"
    assert split_reply(QQ + "\n您的退款", None).new_text == "您的退款"


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("好的\n\n-- \n李四\n示例公司", "-- \n李四\n示例公司"),
        ("好的\n\n发自我的 iPhone", "发自我的 iPhone"),
        ("好的\n\n------------------\n李四", "------------------\n李四"),
        ("好的\n\nSent from my Android phone", "Sent from my Android phone"),
        ("好的\n\n获取 Outlook for iOS", "获取 Outlook for iOS"),
        ("好的\n\nli@example.com\n \n" + OUTLOOK, "li@example.com"),
    ],
)
def test_a_signature_is_told_from_the_words(text: str, signature: str) -> None:
    reply = split_reply(text, None)
    assert (reply.new_text, reply.signature) == ("好的", signature)


DRAWN = [
    "Hello, this is what came:\n\nItem        Qty\n---------------\nFilter      3\nValve       5",
    "清单如下：\n\n————————\n滤芯 3\n阀门 5\n————————\n请换货",
    "Hello,\n\n----------\nthe production is down and all customers are affected.",
    "The scanner prints:\n==========\nERR 17 lid open\n==========\nWhat should I do?",
    "Hello\n-- \nthe door does not close and the cellar is full of water.",
    "We need:\n-- one cable\n-- two plugs",
    "Options:\n\n-----\nRed\nBlue",
    "Choose one\n\n--\nRed\n--\nBlue",
    "Open it\n\n---\n\nClose it",
    "Total\n\n_________\n300 EUR",
]


@pytest.mark.parametrize("text", DRAWN)
def test_a_drawn_line_is_no_signature(text: str) -> None:
    assert (split_reply(text, None).new_text, split_reply(text, None).signature) == (text, "")


@pytest.mark.parametrize(
    "card",
    [
        "Best wishes,\n\nAnna Berg\nHead of IT",
        "Mit freundlichen Grüßen\nAnna Berg\nExample GmbH\nTel. +49 30 1234567\nHauptstr. 5, 10115 Berlin",
        "Med varma hälsningar,\nAnna Berg\n+46 8 123 45 67",
        "Anna Berg\nanna@x.test\n+49 30 1234567\nwww.x.test",
        "王小明\n示例科技有限公司\n电话：021-55550100\n手机：13812345678\nwang@x.test",
        "-- \nAnna Berg\nhttps://x.test\nAny advanced technology looks like magic to the one who pays.",
        "Sent from my tablet - sorry for the short answer\nSent with AquaMail",
        "Envoyé à partir de Courrier pour Windows<https://x.test/m>",
        "Lähetetty iPhonesta",
        "发自我的华为手机",
        "--\nDiese Nachricht wurde von meinem Android-Telefon gesendet.",
    ],
)
def test_a_card_a_closing_and_the_programs_own_lines_are_a_signature(card: str) -> None:
    for below in ("", f"\n\n{HEADERS}\nold", "\n\n> old"):
        reply = split_reply(f"It still fails. Please look again.\n\n{card}{below}", None)
        assert (reply.new_text, reply.signature) == ("It still fails. Please look again.", card.rstrip())


@pytest.mark.parametrize(
    "text",
    [
        "You asked for my data:\n\nAnna Berg\nanna@x.test\n+49 30 1234567\nwww.x.test",
        "These pages are broken.\n\nhttps://a.test/1\nhttps://a.test/2",
        "It works.\n\nThanks,\nAnna",
        "It works.\n\nThanks,\nAnna\nOrder 12345",
        "Hello,\n\nSent via DHL yesterday",
        "Which device?\n\nMy iPhone 12",
        "Please call me at +49 30 1234567 or write to anna@x.test.\nThe door is open.",
    ],
)
def test_what_only_resembles_a_signature_stays(text: str) -> None:
    assert split_reply(text, None).new_text == text


@pytest.mark.parametrize(
    "html",
    [
        '<div>好的</div><div class="gmail_quote"><div>客服 于2026年 写道：</div><blockquote>旧文</blockquote></div>',
        '<div>好的</div><blockquote id="isReplyContent">旧文</blockquote>',
        '<p>好的</p><div id="divRplyFwdMsg"><b>发件人:</b> 客服</div><div>旧文</div>',
        '<p>好的</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><b>From:</b> x</div><p>旧文</p>',
        '<div>好的</div><blockquote type="cite">旧文</blockquote>',
        "<div>好的</div><div>------------------ 原始邮件 ------------------</div><div>旧文</div>",
    ],
    ids=["gmail", "网易", "outlook web", "outlook", "apple", "qq"],
)
def test_the_quote_that_html_marks_is_cut(html: str) -> None:
    reply = split_reply("", html)
    assert reply.new_text == "好的"
    assert "旧文" in reply.quoted_text


def test_answers_within_what_html_marks_as_quoted_stay() -> None:
    html = (
        '<div>Hello</div><div class="gmail_quote"><div>On Fri, Nov 6, 2026 at 9:05 AM Desk &lt;d@x.test&gt; wrote:</div>'
        "<blockquote>Tuesday?</blockquote><div>Wednesday.</div><blockquote>Which floor?</blockquote><div>Third.</div></div>"
    )
    reply = split_reply("", html)
    assert reply.new_text.split() == ["Hello", "Wednesday.", "Third."]
    assert "Which floor?" in reply.quoted_text


@given(
    st.lists(
        st.sampled_from(
            ["a", "> b", "", "-- ", "From: x@y", "On Sun, 1 Nov 2026 x <a@b.c> wrote:", MARKER, "--", "写道："]
        )
    )
)
def test_no_line_is_lost_and_something_is_always_new(lines: list[str]) -> None:
    text = "\n".join(lines)
    reply = split_reply(text, None)
    kept = "\n".join((reply.new_text, reply.quoted_text, reply.signature)).split()
    assert sorted(kept) == sorted(text.split())
    assert reply.new_text.strip() or not text.strip()
