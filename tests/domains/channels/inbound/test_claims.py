"""What a mail claims and nobody proved: who wrote it, that a machine did, that it is another one (spec 05)."""

import pytest

from tests.domains.channels.inbound.test_intake import RELAY, close, opened, proof
from tests.domains.channels.mails import Post, Settled, mail, post
from tests.kit import Office


async def is_unverified(at: Post, made: Settled) -> bool:
    ((found,),) = await at.rows(
        "select unverified from message where workspace_id = %(workspace)s and id = %(id)s", id=made.message_id
    )
    return bool(found)


# --- a number, a subject -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "subject", ["关于 [#{number}]", "Re: 无法登录", "RE: Re: 无法登录", "{number} 补充", "答复：无法登录"]
)
async def test_a_number_or_a_subject_alone_joins_as_words_that_nobody_proved(office: Office, subject: str) -> None:
    at = await post(office)
    number, _ = await opened(at)
    (made,) = await at.take(mail(subject.format(number=f"工单 {number}"), "请退款"))
    assert (made.state, made.number) == ("threaded", number)
    assert await is_unverified(at, made)


async def test_a_proven_sender_needs_no_more_than_a_number(office: Office) -> None:
    at = await post(office, trusted_relay=RELAY)
    number, _ = await opened(at)
    (made,) = await at.take(mail(f"[#{number}]", "补充", authentication_results=proof("customer.test")))
    assert made.number == number and not await is_unverified(at, made)


async def test_a_mail_that_answers_one_of_the_conversation_is_its_writers(office: Office) -> None:
    at = await post(office)
    number, _ = await opened(at)
    (made,) = await at.take(mail(f"Re: 无法登录 [#{number}]", "补充", in_reply_to="<first@x.test>"))
    assert made.number == number and not await is_unverified(at, made)


@pytest.mark.parametrize("reply_to", ["王芳 <wang@customer.test>", "eve@elsewhere.test"])
@pytest.mark.parametrize("subject", ["[#{number}] 请改收款账号", "Re: 无法登录"])
async def test_who_takes_no_part_joins_by_no_number_and_no_subject(office: Office, reply_to: str, subject: str) -> None:
    """Not even with the address of somebody who does as the one to answer."""
    at = await post(office)
    number, ticket = await opened(at)
    (made,) = await at.take(mail(subject.format(number=number), "急", sender="eve@elsewhere.test", reply_to=reply_to))
    assert (made.state, made.number == number) == ("created", False)
    if "#" in subject or "wang" in reply_to:
        assert made.outcome["link_to"] == ticket
    assert await is_unverified(at, made) == ("wang" in reply_to)


@pytest.mark.parametrize("vouched", [True, False])
async def test_an_address_that_a_member_merely_added_proves_no_customer(office: Office, vouched: bool) -> None:
    at = await post(office, trusted_relay=RELAY)
    admin = await office.member("管理员", "system_admin")
    handle = {"kind": "mail", "handle": "other@customer.test", "vouched": vouched}
    made = await admin.post("/customers", {"name": "王芳", "handles": [handle]})
    assert made.status_code == 201, made.text
    proven = {"sender": "other@customer.test", "authentication_results": proof("customer.test")}
    (new,) = await at.take(mail("换个问题", "请退款", **proven))
    (more,) = await at.take(mail(f"Re: 换个问题 [#{new.number}]", "补充", **proven))
    assert (new.state, more.number) == ("created", new.number)
    assert [await is_unverified(at, one) for one in (new, more)] == [not vouched] * 2


# --- a machine -----------------------------------------------------------------------------------------------------

GUESSED = {"subject": "Undelivered Mail Returned to Sender", "text": "Your answer could not be delivered. Why?"}


@pytest.mark.parametrize("confirm", [True, False])
async def test_a_postmasters_question_about_a_bounce_is_a_persons(office: Office, confirm: bool) -> None:
    at = await post(office)
    number, _ = await opened(at, sender="postmaster@customer.test")
    await close(office, number, confirm=confirm)
    (made,) = await at.take(mail(**GUESSED, sender="postmaster@customer.test", in_reply_to="<first@x.test>"))
    assert made.outcome["kind"] == "bounce"
    assert (made.state, made.number, made.phase) == ("threaded", number, "open")
    assert made.outcome["silent"]


async def test_a_proven_machine_takes_nothing_up_again(office: Office) -> None:
    at = await post(office)
    number, _ = await opened(at, sender="postmaster@customer.test")
    await close(office, number, confirm=False)
    (made,) = await at.take(
        mail(**GUESSED, sender="postmaster@customer.test", in_reply_to="<first@x.test>", return_path="<>")
    )
    assert (made.state, made.phase) == ("ignored", "resolved")


# --- the same mail by another way ----------------------------------------------------------------------------------

BANNER = "CAUTION: This email originated from outside of the organisation."


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("无法登录", f"{BANNER}\n\n登录时一直报错，请帮忙看看。"),
        ("[EXTERNAL] 无法登录", "登录时一直报错，请帮忙看看。\n\n--\nScanned by MailGuard"),
        ("【外部邮件】无法登录", f"登录时一直报错，请帮忙看看。\n{BANNER}"),
    ],
)
@pytest.mark.parametrize("is_over", [True, False])
async def test_a_copy_with_a_banner_is_linked_as_the_probable_duplicate(
    office: Office, subject: str, text: str, is_over: bool
) -> None:
    at, reader = await post(office), await office.member("李雷", "system_admin")
    number, _ = await opened(at)
    if is_over:
        await close(office, number, confirm=False)
    (copy,) = await at.take(mail(subject, text, message_id="<first@x.test>"))
    shown = (await reader.get(f"/tickets/{copy.number}")).json()
    found = [(one["kind"], one["number"], one["why"]) for one in shown["links"]]
    assert (copy.state, found) == ("created", [("duplicates", number, "repetition")])


async def test_a_message_id_that_another_sender_uses_too_links_nothing(office: Office) -> None:
    at = await post(office)
    await opened(at)
    (other,) = await at.take(mail("无法登录", "别的", sender="li@customer.test", message_id="<first@x.test>"))
    assert (other.state, other.outcome.get("link_to")) == ("created", None)
