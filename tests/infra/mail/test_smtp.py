"""Handing over to a real SMTP peer: each way to fail is told from the others."""

from collections.abc import Iterator

import msgspec
import pytest

from gongdan.infra.mail.smtp import Failed, Outcome, Rejected, Sent, SmtpServer, UnknownOutcome, send
from gongdan.infra.outgoing import Inside
from tests.servers.smtp import SmtpPeer, smtp_peer

pytestmark = pytest.mark.anyio

RAW = b"Subject: x\r\n\r\n.\r\n..dots\r\nend\r\n"


@pytest.fixture
def peer() -> Iterator[SmtpPeer]:
    with smtp_peer() as running:
        yield running


async def hand_over(peer: SmtpPeer, *recipients: str, **changes: object) -> Outcome:
    known = SmtpServer(
        host="127.0.0.1",
        port=peer.port,
        security="plain",
        user=None,
        password=None,
        access_token=None,
        hello="help.example.com",
        inside=Inside(("127.0.0.0/8",)),
        timeout_s=5,
    )
    server = msgspec.structs.replace(known, **changes)
    return await send(server, RAW, sender="support@example.com", recipients=recipients or ("li@x.org",), tls=None)


async def test_a_message_arrives_byte_for_byte_with_a_receipt(peer: SmtpPeer) -> None:
    outcome = await hand_over(peer, "li@x.org", "wang@x.org")
    assert outcome == Sent(receipt="2.0.0 queued as 1", refused=())
    (taken,) = peer.taken
    assert (taken.mail_from, taken.rcpt_tos, taken.content) == ("support@example.com", ["li@x.org", "wang@x.org"], RAW)


async def test_one_refused_recipient_does_not_stop_the_others(peer: SmtpPeer) -> None:
    peer.refusals["li@x.org"] = "550 5.1.1 no such user"
    outcome = await hand_over(peer, "li@x.org", "wang@x.org")
    assert isinstance(outcome, Sent)
    assert [(one.address, one.code) for one in outcome.refused] == [("li@x.org", 550)]
    assert peer.taken[0].rcpt_tos == ["wang@x.org"]


async def test_where_all_are_refused_nothing_is_sent(peer: SmtpPeer) -> None:
    peer.refusals |= {"li@x.org": "550 5.1.1 no such user", "wang@x.org": "550 5.1.1 no such user"}
    outcome = await hand_over(peer, "li@x.org", "wang@x.org")
    assert isinstance(outcome, Rejected)
    assert (outcome.code, len(outcome.refused), peer.taken) == (550, 2, [])


async def test_a_deferred_recipient_makes_a_failure_temporary(peer: SmtpPeer) -> None:
    peer.refusals |= {"li@x.org": "450 4.2.0 greylisted", "wang@x.org": "550 5.1.1 no such user"}
    outcome = await hand_over(peer, "li@x.org", "wang@x.org")
    assert outcome == Failed(code=450, reason="4.2.0 greylisted", needs_person=False)


async def test_a_refused_text_is_permanent_or_temporary_by_its_code(peer: SmtpPeer) -> None:
    peer.answer_to_text = "554 5.7.1 spam"
    assert await hand_over(peer) == Rejected(code=554, reason="5.7.1 spam", refused=())
    peer.answer_to_text = "451 4.3.0 try later"
    assert await hand_over(peer) == Failed(code=451, reason="4.3.0 try later", needs_person=False)


@pytest.mark.parametrize("answer", ["what?", "999 odd", "354 go ahead once more", "-1", "250" + " long" * 2_000, "2"])
async def test_an_answer_to_the_text_that_is_no_answer_leaves_the_outcome_unknown(peer: SmtpPeer, answer: str) -> None:
    """It was taken for a no that holds for now, and the mail went again, also where nobody may get it twice."""
    peer.answer_to_text = answer
    assert isinstance(await hand_over(peer), UnknownOutcome)


async def test_any_yes_to_the_text_is_one(peer: SmtpPeer) -> None:
    peer.answer_to_text = "252 2.0.0 taken, in some way"
    assert await hand_over(peer) == Sent(receipt="2.0.0 taken, in some way", refused=())


async def test_a_connection_that_dies_after_the_text_leaves_the_outcome_unknown(peer: SmtpPeer) -> None:
    peer.hangs_up = "after_text"
    assert isinstance(await hand_over(peer), UnknownOutcome)
    assert len(peer.taken) == 1


async def test_a_connection_that_dies_before_the_text_has_sent_nothing(peer: SmtpPeer) -> None:
    peer.hangs_up = "before_text"
    outcome = await hand_over(peer)
    assert isinstance(outcome, Failed)
    assert (outcome.code, peer.taken) == (None, [])


async def test_a_wrong_password_needs_a_person(peer: SmtpPeer) -> None:
    peer.password = "right"
    outcome = await hand_over(peer, user="support", password="wrong")
    assert isinstance(outcome, Failed)
    assert outcome.needs_person
    assert isinstance(await hand_over(peer, user="support", password="right"), Sent)


async def test_no_server_and_no_encryption_are_failures_to_try_again(peer: SmtpPeer) -> None:
    for changes in (
        {"port": 1},
        {"security": "starttls"},
        {"security": "tls", "timeout_s": 2.0},
        {"host": "host.invalid"},
    ):
        outcome = await hand_over(peer, **changes)
        assert isinstance(outcome, Failed)
        assert not outcome.needs_person
    assert peer.taken == []


async def test_a_server_inside_waits_for_a_person(peer: SmtpPeer) -> None:
    outcome = await hand_over(peer, inside=Inside())
    assert outcome == Failed(code=None, reason="network.host_forbidden", needs_person=True, why="inside")
