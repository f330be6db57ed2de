"""One mail of each kind that people reported of help desks: each is a ticket in sight, with its words and its writer."""

import pytest

from tests.domains.channels.mail.incoming.test_writers import message_of
from tests.domains.channels.mails import mail, post
from tests.kit import Office

WORDS = [
    ("subject words are no machine", "Vacation: days are counted twice", "Please correct my balance.", "my balance"),
    ("nor in Chinese", "休假申请页面打不开", "点提交后白屏。", "白屏"),
    (
        "a table with a rule",
        "Delivery list",
        "Item    Count\n-------------\nPump    3\n\nCollect the pumps.",
        "the pumps",
    ),
    ("dashes before the news", "From the night shift", "Line 2\n--\nthe press has stopped\n", "the press has stopped"),
    ("a log between lines", "Scanner", "=====\nERR 77 paper\n=====\nWhat now?", "ERR 77 paper"),
    ("a line in Chinese", "报表", "昨天：\n————————\n合计 0\n————————\n请核对", "请核对"),
    (
        "words below a forward",
        "Fwd: Gate",
        "---------- Forwarded message ---------\nFrom: Mo <mo@x.test>\nDate: Mon, Nov 23, 2026 at 9:00 AM\n"
        "Subject: Gate\nTo: <a@x.test>\n\nThe gate is stuck.\n\n----- End of forwarded message -----\nSend somebody.",
        "Send somebody.",
    ),
]


@pytest.mark.parametrize(("rule", "subject", "text", "kept"), WORDS, ids=[case[0] for case in WORDS])
async def test_no_word_is_lost(office: Office, rule: str, subject: str, text: str, kept: str) -> None:
    at, reader = await post(office), await office.member("李雷", "system_admin")
    (made,) = await at.take(mail(subject, text))
    assert made.state == "created", rule
    assert kept in (await message_of(at, reader, made))["text"]


async def test_a_file_without_a_byte_and_one_with_a_turned_name_are_shown(office: Office) -> None:
    at, reader = await post(office), await office.member("李雷", "system_admin")
    files = (("nothing.log", "text/plain", b""), ("bill\u202efdp.exe", "application/octet-stream", b"MZ"))
    (made,) = await at.take(mail("两个附件", "见附件", files=files))
    names = [one["name"] for one in (await message_of(at, reader, made))["files"]]
    assert len(names) == 2 and names[0] == "nothing.log" and not any("\u202e" in name for name in names)
