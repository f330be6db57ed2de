"""The new words of a reply: every mail program's way to quote is known, and the writer's words are never lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.channels.email.attribution import MARKER
from gongdan.domains.channels.email.quotes import split_reply

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


def test_our_own_marker_cuts_before_anything_else() -> None:
    assert split_reply(f"还没有\n\n> {MARKER}\n> 您好", None).new_text == "还没有"
    assert split_reply(f"还没有\n{MARKER}\n您好\n另外一段", None).new_text == "还没有"


@pytest.mark.parametrize(
    "text",
    [
        "From: Paris\nTo: Rome\nDate: tomorrow, please",
        "他在邮件里写道：明天到账，可是没有。",
        "收件人：张三\n地址：上海市",
        "I wrote:\n- one\n- two",
        "价格 > 100 的订单\n都有问题",
        "a\n----------\nb\n" + "a long paragraph that is no name card at all, going on and on and on and on. " * 2,
    ],
)
def test_what_only_resembles_a_quote_stays(text: str) -> None:
    reply = split_reply(text, None)
    assert (reply.new_text, reply.quoted_text) == (text.strip(), "")


def test_answers_between_quoted_lines_stay() -> None:
    reply = split_reply("> 您的型号？\nA100\n> 购买日期？\n去年\n", None)
    assert (reply.new_text, reply.quoted_text) == ("A100\n去年", "> 您的型号？\n> 购买日期？")


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


@pytest.mark.parametrize("line", ["On Sun 2026 <", "a <b", "发件人: x", "> x", "- " * 300, "-" * 2_000, "wrote " * 300])
def test_hostile_text_costs_bounded_time(line: str) -> None:
    start = time.process_time()
    split_reply("\n".join([line] * 20_000), None)
    assert time.process_time() - start < 10
