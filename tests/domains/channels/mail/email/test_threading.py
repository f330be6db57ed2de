"""Where a mail belongs. Tickets of these tests: 1 of li (our message m1 went to li), 2 of wang."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.channels.mail.email.parse import ParsedMail, parse
from gongdan.domains.channels.mail.email.subjects import base_subject, is_forward, marked, numbers_in, reply_subject
from gongdan.domains.channels.mail.email.threading import (
    POINTS,
    KnownFacts,
    LookUps,
    SentMessage,
    ThreadDecision,
    TicketFacts,
    decide,
    look_ups,
)
from gongdan.domains.channels.mail.email.threading.tokens import (
    plus_address,
    read_message_id,
    read_token,
    sign_message_id,
    sign_token,
)
from tests.domains.channels.mail.email.kit import NOW, REPORT, mail

SECRET, OTHER = b"secret", b"other"
LI, WANG, STRANGER = "li@example.com", "wang@example.com", "who@example.net"


def facts(*, is_open: bool = True, recent: Sequence[int] = ()) -> KnownFacts:
    def ticket(number: str, subject: str, party: str) -> TicketFacts:
        return TicketFacts(
            number=number, base_subject=subject, participants=frozenset({party}), is_open=is_open, updated_at=NOW
        )

    return KnownFacts(
        sent={"m1@x": SentMessage(1, frozenset({LI})), "m2@x": SentMessage(2, frozenset({WANG}))},
        foreign={"f1@y": (1,), "f2@y": (1, 2)},
        recent=tuple(recent),
        tickets={1: ticket("GD-20261101-00001", "refund", LI), 2: ticket("GD-20261101-00002", "invoice", WANG)},
    )


def decided(given: ParsedMail, known: KnownFacts | None = None) -> ThreadDecision:
    return decide(look_ups(given, own_domain="example.com", secret=SECRET), known or facts())


def test_a_signed_plus_address_is_proof_even_from_a_stranger() -> None:
    to = plus_address("support@example.com", sign_token(SECRET, 1))
    decision = decided(mail(From=STRANGER, To=to, Subject="Re: refund"))
    assert (decision.ticket_id, decision.score, decision.is_stranger) == (1, POINTS["reply_token"], True)


def test_a_token_in_delivered_to_counts_and_case_does_not() -> None:
    to = plus_address("support@example.com", sign_token(SECRET, 1)).upper()
    assert decided(mail(From=LI, Delivered_To=to)).ticket_id == 1


def test_a_signed_message_id_is_proof() -> None:
    name = sign_message_id(SECRET, 1, message_id=7, domain="example.com")
    assert decided(mail(From=STRANGER, References=f"<{name}>", Subject="Re: refund")).ticket_id == 1


def test_a_forged_mark_proves_nothing() -> None:
    to = plus_address("support@example.com", sign_token(OTHER, 1))
    name = sign_message_id(OTHER, 1, message_id=7, domain="example.com")
    assert decided(mail(From=STRANGER, To=to, References=f"<{name}>")).evidence == ()


def test_an_answer_to_a_message_that_went_to_its_sender_joins() -> None:
    decision = decided(mail(From=LI, In_Reply_To="<m1@x>", Subject="Re: refund"))
    assert (decision.ticket_id, decision.score, decision.subject_changed) == (1, POINTS["sent_message"], False)


def test_an_answer_to_a_message_that_went_to_others_opens_a_linked_ticket() -> None:
    decision = decided(mail(From=STRANGER, In_Reply_To="<m1@x>", Subject="Re: refund"))
    assert (decision.ticket_id, decision.link_to) == (None, 1)


def test_a_number_joins_for_a_participant_and_links_for_a_stranger() -> None:
    subject = "Re: refund [#GD-20261101-00001]"
    assert decided(mail(From=LI, Subject=subject)).ticket_id == 1
    stranger = decided(mail(From=STRANGER, Subject=subject))
    assert (stranger.ticket_id, stranger.link_to) == (None, 1)
    assert [item.points for item in stranger.evidence] == [0]


def test_a_forward_with_a_number_is_linked_only() -> None:
    decision = decided(mail(From=LI, Subject="WG: refund [#GD-20261101-00001]"))
    assert (decision.ticket_id, decision.link_to) == (None, 1)


def test_of_two_tickets_of_one_thread_it_is_that_of_which_the_writer_is() -> None:
    """A stranger's answer opened the second: the owner of the first is not led there."""
    assert decided(mail(From=LI, References="<f2@y>", Subject="other")).ticket_id == 1
    assert decided(mail(From=WANG, References="<f2@y>", Subject="other")).ticket_id == 2
    assert decided(mail(From=STRANGER, References="<f2@y>", Subject="other")).link_to == 2


def test_a_known_foreign_ancestor_joins_for_the_same_words_or_the_same_party() -> None:
    assert decided(mail(From=STRANGER, References="<f1@y>", Subject="答复：Refund")).ticket_id == 1
    assert decided(mail(From=LI, References="<f1@y>", Subject="other")).ticket_id == 1
    newsletter = decided(mail(From=STRANGER, References="<f1@y>", Subject="other"))
    assert (newsletter.ticket_id, newsletter.link_to) == (None, 1)


@pytest.mark.parametrize(
    ("sender", "is_open", "recent", "joins"),
    [(LI, True, [1], True), (WANG, True, [1], False), (LI, False, [1], False), (LI, True, [], False)],
    ids=["all hold", "another sender", "not open", "not recent"],
)
def test_the_same_subject_joins_only_an_open_recent_ticket_of_the_sender(
    sender: str, is_open: bool, recent: list[int], joins: bool
) -> None:
    decision = decided(mail(From=sender, Subject="回复：refund"), facts(is_open=is_open, recent=recent))
    assert decision.ticket_id == (1 if joins else None)


def test_a_stronger_kind_is_never_outvoted() -> None:
    to = plus_address("support@example.com", sign_token(SECRET, 2))
    given = mail(From=LI, To=to, In_Reply_To="<m1@x>", References="<f1@y>", Subject="refund [#GD-20261101-00001]")
    decision = decided(given, facts(recent=[1]))
    assert decision.ticket_id == 2
    assert len(decision.evidence) == 5


def test_a_changed_subject_is_flagged() -> None:
    assert decided(mail(From=LI, In_Reply_To="<m1@x>", Subject="a broken invoice")).subject_changed
    assert not decided(
        mail(From=LI, In_Reply_To="<m1@x>", Subject="转发: Re[2]: Refund [#GD-20261101-00001]")
    ).subject_changed


def test_a_bounce_belongs_to_the_mail_that_came_back() -> None:
    asked = look_ups(parse(REPORT), own_domain="example.com", secret=SECRET)
    known = facts()
    known.sent["t.1.2.sig@example.com"] = SentMessage(2, frozenset({WANG}))
    decision = decide(asked, known)
    assert (decision.ticket_id, decision.subject_changed, decision.is_stranger) == (2, False, False)


def test_tickets_that_were_not_found_are_no_evidence() -> None:
    to = plus_address("support@example.com", sign_token(SECRET, 99))
    assert decided(mail(From=LI, To=to)) == decided(mail(From=LI))


@given(
    st.lists(st.sampled_from(["m1@x", "m2@x", "f1@y", "f2@y", "z@z"]), max_size=4),
    st.sampled_from([LI, WANG, STRANGER]),
    st.lists(st.sampled_from(["GD-20261101-00001", "GD-20261101-00002"]), max_size=2),
    st.lists(st.sampled_from([1, 2, 9]), max_size=2),
)
def test_the_score_is_that_of_the_strongest_evidence(
    ids: list[str], sender: str, numbers: list[str], tickets: list[int]
) -> None:
    asked = LookUps(
        parties=frozenset({sender}),
        sender=sender,
        message_ids=tuple(ids),
        numbers=tuple(numbers),
        tickets=tuple(tickets),
        base_subject="refund",
        is_forward=False,
        is_reply=True,
        kind="person",
    )
    decision = decide(asked, facts(recent=[1]))
    assert decision.score == max((item.points for item in decision.evidence), default=0)
    assert (decision.ticket_id is None) == (decision.score == 0)
    assert decision.link_to is None or decision.ticket_id is None


@pytest.mark.parametrize(
    "subject",
    [
        "退款",
        "Re: 退款",
        "回复：退款",
        "答复: 回复：Re：退款",
        "RE: FW: 退款 [#GD-20261101-00001]",
        "AW: WG: 退款",
        "Re[2]: 退款",
        "SV:退款",
    ],
)
def test_prefixes_and_marks_leave_one_base_subject(subject: str) -> None:
    assert base_subject(subject) == "退款"


def test_words_that_resemble_prefixes_stay() -> None:
    assert base_subject("Refund: 42") == "refund: 42"
    assert base_subject("关于：退款") == base_subject("关于:退款")


@pytest.mark.parametrize(
    ("subject", "numbers"),
    [
        ("Re: x [#GD-20261101-00001]", ("GD-20261101-00001",)),
        ("工单编号：gd-20261101-00001 没有解决", ("GD-20261101-00001",)),
        ("Ticket#20261101 help", ("20261101",)),
        ("no number here", ()),
    ],
)
def test_numbers_are_found_however_they_are_written(subject: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(subject) == numbers


def test_our_subject_has_one_prefix_and_one_mark_however_long() -> None:
    assert reply_subject("RE: 回复：退款 [#GD-1]", "GD-1") == "Re: 退款 [#GD-1]"
    assert len(marked("x" * 999, "GD-1")) == 255
    assert marked("x" * 999, "GD-1").endswith(" [#GD-1]")
    assert is_forward("转发：x")
    assert not is_forward("Re: Fwd: x")


@given(st.integers(0, 2**53 - 1), st.integers(0, 2**53 - 1))
def test_marks_are_read_by_their_secret_alone(ticket: int, message: int) -> None:
    name = sign_message_id(SECRET, ticket, message_id=message, domain="example.com")
    assert read_token(SECRET, sign_token(SECRET, ticket)) == ticket
    assert read_message_id(SECRET, name.upper()) == ticket
    assert read_token(OTHER, sign_token(SECRET, ticket)) is None
    assert read_message_id(OTHER, name) is None


@given(st.text(max_size=60))
def test_noise_is_no_mark(noise: str) -> None:
    assert read_token(SECRET, noise) is None
    assert read_message_id(SECRET, noise) is None


@pytest.mark.parametrize("subject", ["refund", "Fwd: refund", "转发：refund", "REFUND"])
def test_the_same_subject_without_a_sign_of_answering_opens_a_ticket_that_is_linked(subject: str) -> None:
    decision = decided(mail(From=LI, Subject=subject), facts(recent=[1]))
    assert decision.ticket_id is None
    if not is_forward(subject):
        assert (decision.link_to, decision.is_repetition) == (1, True)


def test_a_named_ancestor_is_a_sign_of_answering() -> None:
    assert decided(mail(From=LI, Subject="refund", References="<unknown@y>"), facts(recent=[1])).ticket_id == 1
