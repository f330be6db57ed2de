"""Who wrote a mail, and whether a program may answer it."""

import pytest

from gongdan.domains.channels.mail.email.bounces import read_bounce
from gongdan.domains.channels.mail.email.machine import Certainty, Kind, kind_of, may_answer
from gongdan.domains.channels.mail.email.parse import ParsedMail, parse
from tests.domains.channels.mail.email.kit import REPORT, mail, multipart

OWN = frozenset({"support@example.com"})

JUDGED: list[tuple[str, ParsedMail, Kind]] = [
    ("a person", mail(), "person"),
    ("a person, explicitly", mail(Auto_Submitted="no"), "person"),
    ("a person, with a comment", mail(Auto_Submitted="No (typed by hand)"), "person"),
    ("a person, with a parameter", mail(Auto_Submitted="no; owner=li"), "person"),
    ("a person on a list", mail(List_Id="<l.x.org>", List_Post="<mailto:l@x.org>", List_Unsubscribe="<x>"), "person"),
    ("a person of a domain called postmaster", mail(From="li@postmaster.example"), "person"),
    ("a person who runs mail", mail(From="postmaster@example.com", Subject="about our contract"), "person"),
    ("RFC 3834, replied", mail(Auto_Submitted="auto-replied (vacation)"), "auto_reply"),
    ("Exchange", mail(X_Auto_Response_Suppress="All", X_MS_Exchange_Inbox_Rules_Loop="a@b.c"), "auto_reply"),
    ("QQ邮箱", mail(Subject="自动回复:退款", Auto_Submitted="auto-generated"), "auto_reply"),
    ("Outlook", mail(Subject="Automatic reply: refund", Return_Path="<>"), "auto_reply"),
    ("an automatic reply by its form only", mail(Subject="自动回复：退款"), "automatic"),
    ("RFC 3834, generated", mail(Auto_Submitted="auto-generated"), "automatic"),
    ("bulk", mail(Precedence="bulk"), "automatic"),
    ("a list by precedence", mail(Precedence="list"), "automatic"),
    ("asks for silence", mail(X_Auto_Response_Suppress="All"), "automatic"),
    ("fml", mail(From="tea-admin@lists.example", X_MLServer="fml"), "automatic"),
    ("Mailman", mail(From="tea-bounces@lists.example", X_List_Administrivia="yes"), "automatic"),
    ("majordomo", mail(From="Majordomo@lists.example"), "automatic"),
    ("a list's owner address", mail(From="tea-owner@lists.example", List_Help="<mailto:x>"), "automatic"),
    ("a person whose address looks like a list's", mail(From="tea-admin@shop.example"), "person"),
    ("a newsletter", mail(List_Unsubscribe="<https://x>"), "automatic"),
    ("no-reply", mail(From="no-reply@shop.example"), "automatic"),
    ("our own kind", mail(X_Gongdan_Loop="notice"), "automatic"),
    ("a delivery report", parse(REPORT), "bounce"),
    ("qmail", mail("550 user unknown", From="MAILER-DAEMON@x.org", Subject="failure notice"), "bounce"),
    ("QQ's 系统退信", mail("收件人不存在", From="PostMaster@qq.com", Subject="系统退信"), "bounce"),
    ("Exim", mail(X_Failed_Recipients="li@example.cn"), "bounce"),
    (
        "a complaint",
        parse(multipart(b"Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse", kind="report")),
        "feedback",
    ),
]


@pytest.mark.parametrize(("rule", "given", "kind"), JUDGED, ids=[case[0] for case in JUDGED])
def test_the_writer_is_told_by_evidence(rule: str, given: ParsedMail, kind: Kind) -> None:
    judged = kind_of(given)
    assert judged.kind == kind
    assert bool(judged.evidence) == (kind != "person")


@pytest.mark.parametrize(("rule", "given", "kind"), JUDGED, ids=[case[0] for case in JUDGED])
def test_no_machine_is_ever_answered(rule: str, given: ParsedMail, kind: Kind) -> None:
    assert kind == "person" or not may_answer(given, own_addresses=OWN)


@pytest.mark.parametrize(
    "given",
    [
        mail(From="support@example.com"),
        mail(From="nobody"),
        mail(Return_Path="<>"),
        mail(List_Id="<l.x.org>", List_Post="<mailto:l@x.org>"),
        mail(X_ML_Name="tea"),
    ],
    ids=["ourselves", "unreachable", "null sender", "a list", "a list of old"],
)
def test_some_mail_of_persons_is_not_answered_either(given: ParsedMail) -> None:
    assert kind_of(given).kind == "person"
    assert not may_answer(given, own_addresses=OWN)


WORDS = [
    "On leave balance is wrong in the app",
    "Out of office chairs",
    "系统自动回复设置不生效",
    "自动回复怎么关闭",
    "休假审批提交不了",
    "不在办公室如何签到",
    "Auto reply does not work",
    "Auto: left door does not lock",
    "Vacation: request form shows an error",
    "I am away from the tracker, gps is wrong",
    "Undelivered parcel 4711",
    "退信太多怎么办",
    "Delivery status of my order?",
    "Complaint about message from your driver",
]


@pytest.mark.parametrize("subject", WORDS)
def test_words_alone_make_no_machine(subject: str) -> None:
    given = mail("Please help.", Subject=subject)
    assert kind_of(given).kind == "person"
    assert may_answer(given, own_addresses=OWN)


RULED = {"X_MS_Exchange_Inbox_Rules_Loop": "info@example.com", "X_Auto_Response_Suppress": "DR, OOF, AutoReply"}
FORM = {"From": "web@shop.example", "Reply_To": "wu@customer.test", "Return_Path": "<>"}
SURE = [
    ("its own header", mail(Auto_Submitted="auto-replied"), "proven"),
    ("words beside the null sender", mail(Subject="Out of office", Return_Path="<>"), "proven"),
    ("a report", parse(REPORT), "proven"),
    ("a server by its name, with the null sender", mail(From="postmaster@x.org", Return_Path="<>"), "proven"),
    (
        "a server by its name and words",
        mail("user unknown", From="postmaster@x.org", Subject="Undeliverable"),
        "guessed",
    ),
    ("the form of a subject", mail(Subject="Automatic reply: refund"), "guessed"),
    ("asks for silence", mail(X_Auto_Response_Suppress="All"), "guessed"),
    ("bulk", mail(Precedence="bulk"), "guessed"),
    ("a newsletter", mail(List_Unsubscribe="<https://x>"), "guessed"),
    ("a name", mail(From="no-reply@shop.example"), "guessed"),
    ("a person", mail(), "guessed"),
    ("Exchange, without an envelope sender", mail(**RULED, Return_Path="<>"), "proven"),
    ("a rule of Exchange passed it on", mail(**RULED), "guessed"),
    ("a rule of Exchange forwarded it", mail(**RULED, Subject="FW: pump", Auto_Submitted="auto-generated"), "guessed"),
    ("a form with the null sender", mail(**FORM, Subject="Out of office chairs"), "guessed"),
    ("a form about a parcel", mail("It could not be delivered.", **FORM, Subject="Undeliverable"), "guessed"),
    ("a shop in its customer's name", mail("Not delivered.", Subject="Delivery failed", Return_Path="<>"), "guessed"),
    (
        "a provider's notice that names whom it is about",
        mail("<wu@x.cn>: user unknown", From="info@x.org", Subject="Undeliverable", Return_Path="<>"),
        "proven",
    ),
]


@pytest.mark.parametrize(("rule", "given", "certainty"), SURE, ids=[case[0] for case in SURE])
def test_only_what_a_program_says_of_itself_is_a_proof(rule: str, given: ParsedMail, certainty: Certainty) -> None:
    assert kind_of(given).certainty == certainty


def test_a_person_who_passes_a_delivery_report_on_is_a_person() -> None:
    report = (
        b"Content-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; wu@example.cn\r\nAction: failed\r\n"
    )
    given = parse(
        multipart(b"Content-Type: text/plain\r\n\r\nWhy did I get this?", report, Return_Path="<li@example.com>")
    )
    assert kind_of(given).kind == "person"


def test_a_person_is_answered() -> None:
    assert may_answer(mail(), own_addresses=OWN)


def test_a_report_names_the_failed_recipient_and_the_mail_that_came_back() -> None:
    bounce = read_bounce(parse(REPORT))
    (failed,) = bounce.recipients
    assert (failed.address, failed.status, failed.code, failed.is_hard) == ("li@example.cn", "5.1.1", 550, True)
    assert bounce.original_ids == ("t.1.2.sig@example.com",)


@pytest.mark.parametrize(
    ("words", "is_hard"),
    [
        ("550 5.1.1 <li@example.cn>: Recipient address rejected: User unknown", True),
        ("550 Host or domain name not found", True),
        ("收件人不存在", True),
        ("550 RCPT TO: 用户不存在", True),
        ("552 5.2.2 mailbox full", False),
        ("451 4.7.1 greylisted, user unknown to us, try again later", False),
        ("554 5.7.1 message blocked by spam policy", False),
        ("553 sender address does not exist", False),
        ("550 5.2.1 user unknown (mailbox disabled)", False),
        ("550 5.2.1 no such user here", True),
        ("x.example has no MX record", True),
        ("could not find any mail exchangers for x.example: no mail servers", True),
        ("该域名没有MX记录", True),
        ("550 5.1.0 the sender <help@desk.example> is not accepted here", False),
        ("550 5.1.0 发件人地址被拒绝", False),
        ("something went wrong", False),
    ],
)
def test_only_a_dead_address_is_hard(words: str, is_hard: bool) -> None:
    text = f"Your mail to\n<li@example.cn>\nfailed:\n{words}\n"
    bounce = read_bounce(mail(text, From="MAILER-DAEMON@x.org"))
    assert [(one.address, one.is_hard) for one in bounce.recipients] == [("li@example.cn", is_hard)]


def test_every_address_that_is_told_in_words_is_read() -> None:
    text = (
        "I was not able to deliver your message to the following addresses.\n\n<li@x.org>:\n550 5.1.1 user unknown\n\n"
        "wu@y.org\n    552 5.2.2 mailbox full\n\n<zhao@z.org> (no such user)\n\nFor help write to postmaster@x.org\n"
    )
    found = read_bounce(mail(text, From="MAILER-DAEMON@x.org")).recipients
    assert [(one.address, one.status, one.is_hard) for one in found] == [
        ("li@x.org", "5.1.1", True),
        ("wu@y.org", "5.2.2", False),
        ("zhao@z.org", None, True),
    ]


SES = (
    '{"notificationType":"%s","bounce":{"bounceType":"%s","bouncedRecipients":[{"emailAddress":"Li@x.org","status":"5.1.1",'
    '"diagnosticCode":"smtp; 550 5.1.1 user unknown"}]},"complaint":{"complainedRecipients":[{"emailAddress":"li@x.org"}]},'
    '"mail":{"commonHeaders":{"messageId":"<t.1.2.sig@example.com>"}}}'
)


@pytest.mark.parametrize(("kind", "type_", "is_hard"), [("Bounce", "Permanent", True), ("Bounce", "Transient", False)])
def test_a_bounce_told_as_json_is_read(kind: str, type_: str, is_hard: bool) -> None:
    given = mail(SES % (kind, type_) + "\n\n--\nunsubscribe here", From="no-reply@sns.amazonaws.example")
    assert kind_of(given).kind == "bounce"
    bounce = read_bounce(given)
    assert [(one.address, one.status, one.is_hard) for one in bounce.recipients] == [("li@x.org", "5.1.1", is_hard)]
    assert bounce.original_ids == ("t.1.2.sig@example.com",)


def test_a_complaint_told_as_json_is_feedback() -> None:
    within = mail('{"Type":"Notification","Message":"{\\"notificationType\\":\\"Complaint\\",\\"complaint\\":{}}"}')
    for given in (mail(SES % ("Complaint", "")), within):
        assert kind_of(given).kind == "feedback"
        assert not may_answer(given, own_addresses=OWN)


@pytest.mark.parametrize(
    "text", ["{" * 100_000, '{"notificationType":["Bounce"]}', '{"notificationType":"Bounce"', "{}"]
)
def test_json_that_tells_nothing_is_text(text: str) -> None:
    assert kind_of(mail(text)).kind == "person"


def test_a_bounce_that_names_nobody_has_no_recipient() -> None:
    assert read_bounce(mail("it failed", From="MAILER-DAEMON@x.org")).recipients == ()
