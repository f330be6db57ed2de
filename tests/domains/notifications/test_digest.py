"""What a mail of notices says."""

from datetime import timedelta

import msgspec
import pytest

from gongdan.domains.notifications.sending.digest import MOST, DueNotice, Recipient, written
from gongdan.kernel import clock
from gongdan.kernel.text import LOCALES


@pytest.mark.parametrize("locale", LOCALES)
def test_a_mail_of_many_is_bounded_and_grouped_by_ticket(locale: str) -> None:
    recipient = Recipient(person_id=1, name="李雷", locale=locale, zone="Mars/Base", mail="l@x.test")
    start = clock.now()
    many = [
        DueNotice(id=n, number=f"GD-{n % 3}", text={"zh-CN": "有\n新", "en": "new\n"}, count=1, at=start + timedelta(n))
        for n in range(MOST + 7)
    ]
    mail = written(recipient, many, "https://x.test/w/a")
    assert mail.text.count("https://x.test/w/a/tickets/GD-") == 3 and "7" in mail.text
    assert str(MOST + 7) in mail.subject and "\n" not in mail.subject
    one = written(recipient, [msgspec.structs.replace(many[0], number=None)], "https://x.test")
    assert "tickets/" not in one.text and one.subject in ("有 新", "new")


@pytest.mark.parametrize("locale", LOCALES)
def test_what_a_notice_asks_is_a_link_to_the_page_that_asks_again(locale: str) -> None:
    recipient = Recipient(person_id=1, name="李雷", locale=locale, zone="UTC", mail="l@x.test")
    text = {"zh-CN": "请审批", "en": "please approve"}
    one = DueNotice(id=1, number="GD-1", text=text, count=1, at=clock.now(), asks=("approve", "decline"))
    mail = written(recipient, [one], "https://x.test/w/a")
    said = ("同意：", "拒绝：") if locale == "zh-CN" else ("Approve: ", "Decline: ")
    for word, ask in zip(said, one.asks, strict=True):
        assert f"{word}https://x.test/w/a/tickets/GD-1?ask={ask}" in mail.text
    assert "?ask" not in written(recipient, [msgspec.structs.replace(one, number=None)], "https://x.test").text
