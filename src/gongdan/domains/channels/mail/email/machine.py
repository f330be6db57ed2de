"""Who wrote a mail: a person, an auto-responder, a program, or a mail server (RFC 3834, 3464, 5965; spec 05, loops).

Two questions, answered apart. ``kind_of`` says who wrote it and how sure that is: a guess silences and marks, and never
takes a mail out of sight. ``may_answer`` is stricter: doubt falls on the side of silence.
"""

from collections.abc import Callable
from typing import Literal

import msgspec
import re2

from gongdan.domains.channels.mail.email.bounces import read_bounce
from gongdan.domains.channels.mail.email.contents.service_notes import told_as_json
from gongdan.domains.channels.mail.email.parse import LIST_HEADERS, ParsedMail

Kind = Literal["person", "auto_reply", "automatic", "bounce", "feedback"]
Certainty = Literal["proven", "guessed"]

LOOP_HEADER = "X-Gongdan-Loop"
"""Stands in every notice that we send: what comes in with it was written by a system like ours."""

_AUTO_REPLY_WORDS = re2.compile(
    r"(?i)^[^\pL\pN]*(?:auto(?:matic|mated|matische|matique|matica)?[ -]?(?:reply|response|answer|antwort|responder)\b"
    r"|autoreply|auto:"
    r"|out[ -]of[ -](?:the[ -])?office|ooo:|vacation:|away (?:until|from)|i am away|on (?:vacation|leave)\b"
    r"|réponse automatique|respuesta automática|resposta automática|risposta automatica|abwesenheit"
    r"|自动回复|自动答复|自動回覆|自動回复|自動答覆|自動返信|系统自动回复|不在办公室|休假|外出自动)",
)
"""Words of automatic replies. People write of leave and of automatic replies too: they count beside a proof only."""
_AUTO_REPLY_MARK = re2.compile(
    r"(?i)^\s*(?:automatic reply|auto[- ]?reply|auto[- ]?response|automatische antwort|abwesenheitsnotiz"
    r"|out of office(?: reply| autoreply)?|réponse automatique|respuesta automática|resposta automática"
    r"|risposta automatica|(?:系统)?(?:自动回复|自动答复|自動回覆|自動回复|自動答覆|自動返信))\s*(?:[:：]|$)",
)
"""How programs begin the subject of an automatic reply. Beside no proof it is reason for silence, and for no more."""
_BOUNCE_SUBJECT = re2.compile(
    r"(?i)undeliver|un[- ]?deliver|delivery (?:status|fail|has failed|report|error|problem|incomplete|delay)"
    r"|returned mail|failure notice"
    r"|mail(?: delivery)? (?:system )?(?:fail|error)|message (?:could not|not) (?:be )?delivered|can ?not be delivered"
    r"|delivery notification|non[- ]?delivery|not delivered|bounced? ?(?:message|mail)|mail could not be delivered"
    r"|unzustellbar|nicht zugestellt|échec|non remis|配信不能|配送できません|メールエラー|未送达|退信|投递失败|无法投递"
    r"|无法送达|退回|系统退信|發送失敗|发送失败",
)
_BOUNCE_TEXT = re2.compile(
    r"(?i)could not be delivered|delivery (?:to the following|failed)|error delivering your|was not delivered"
    r"|undeliverable|following (?:address|recipient)|invalid user address|(?:^|\s)5[0-9]{2}[ -](?:5\.\d|\w)"
    r"|user unknown"
    r"|送信できませんでした|送信先の|投递失败|无法投递|被退回|收件人不存在",
)
_FEEDBACK_SUBJECT = re2.compile(r"(?i)complaint about message from|abuse report|feedback report")
_SERVER = re2.compile(
    r"^(?:mailer[-_.]?daemon|mail[-_.]?daemon|post[-_.]?master|double-bounce)(?:@|$)|^(?:bounces?|mailer)@"
)
_DAEMON_NAME = re2.compile(r"(?i)mailer-?daemon|mail delivery (?:sub)?system|\bNDR\b|系统退信")
_NO_REPLY = re2.compile(
    r"^(?:no|do-?not|donot|never|non)[-_.]?(?:reply|answer|respond|repondre)|^noreply|^(?:notifications?|alerts?|cron)@"
)
_SUPPRESSED = re2.compile(r"(?i)\b(?:all|autoreply|oof)\b")
_LIST_OFFICE = re2.compile(
    r"^(?:owner-[^@]+|[^@]+-(?:admin|owner|request|bounces?|help|errors|confirm|leave|join|return[^@]*|subscribe"
    r"|unsubscribe|approval))@"
)
_LIST_PROGRAM = re2.compile(r"^(?:majordomo|listserv|listproc|sympa|mailman|ezmlm|mlmmj|ecartis|fml)(?:-[a-z]+)?@")
"""Addresses behind which a list manager answers, with the headers of a list beside them and without."""


class Judgement(msgspec.Struct, frozen=True):
    kind: Kind
    evidence: tuple[str, ...]
    """What spoke for it: names of headers and rules, strongest first; empty for a person."""
    certainty: Certainty
    """``proven``: a mail system or a program says so of itself, in headers or a report that people's mail programs do
    not write. ``guessed``: words, names, or a header that only asks for silence speak for it; no reason to put the mail
    out of anybody's sight. Always ``guessed`` for a person."""


def kind_of(mail: ParsedMail) -> Judgement:
    """Who wrote ``mail``, and by what it was told. The first kind that has evidence wins, in the order of this page."""
    for kind, rule in _RULES:
        evidence = rule(mail)
        if evidence:
            return Judgement(kind, tuple(evidence), "guessed" if _PROOF.isdisjoint(evidence) else "proven")
    return Judgement("person", (), "guessed")


def may_answer(mail: ParsedMail, *, own_addresses: frozenset[str]) -> bool:
    """Whether a program of ours may answer ``mail``: a person wrote it, to us and not to a list, from an address that
    is reachable and not ours, and not with the null sender."""
    return (
        kind_of(mail).kind == "person"
        and mail.sender.is_reachable
        and mail.sender.address not in own_addresses
        and mail.return_path != ""
        and not _list_marks(mail)
    )


def _feedback(mail: ParsedMail) -> list[str]:
    found = ["report:feedback"] if _has_part(mail, "message/feedback-report") else []
    if "feedback-report" in _first(mail, "content-type"):
        found.append("content-type:feedback-report")
    told = told_as_json(mail.text)
    if told and told.kind == "complaint":
        found += _service_marks(mail)
    if _FEEDBACK_SUBJECT.search(mail.subject) and _has_part(mail, "message/rfc822"):
        found.append("subject:complaint")
    if mail.subject.lower() == "unsubscribe" and _first(mail, "auto-submitted"):
        found.append("subject:unsubscribe")
    return found


def _bounce(mail: ParsedMail) -> list[str]:
    is_report = mail.type == "multipart/report" and "disposition-notification" not in _first(mail, "content-type")
    found = ["content-type:report"] if is_report else []
    if any("/delivery-status" in file.type for file in mail.attachments):
        found.append("report:delivery-status")
    if "x-failed-recipients" in mail.headers:
        found.append("x-failed-recipients")
    told = told_as_json(mail.text)
    if told and told.kind == "bounce":
        found += _service_marks(mail)
    signs = _signs_of_a_server(mail, is_enough=bool(found))
    if not found and signs and not _returns_a_mail(mail, signs):
        signs = [sign for sign in signs if sign != "return-path:null"]
    # People pass reports on and ask what they mean.
    return found + signs if signs or found != ["report:delivery-status"] else []


def _returns_a_mail(mail: ParsedMail, signs: list[str]) -> bool:
    """Whether it can be told for sure: it is a server's, or says which address or which mail it is about. Web shops
    write of parcels that could not be delivered, with a null sender, in the name of their customers."""
    if "from:server" in signs or not mail.sender.is_reachable:
        return True
    if "return-path:null" not in signs or not _null_path(mail):
        return False
    returned = read_bounce(mail)
    return bool(returned.recipients or returned.original_ids)


def _service_marks(mail: ParsedMail) -> list[str]:
    return ["text:notification", *(name for name in ("x-amz-sns-message-id",) if name in mail.headers)]


def _signs_of_a_server(mail: ParsedMail, *, is_enough: bool) -> list[str]:
    """What speaks for a mail server beside a report; nothing where it does not suffice and nothing else speaks."""
    signs = [
        name
        for name, holds in (
            ("from:server", bool(_SERVER.search(mail.sender.address) or _DAEMON_NAME.search(mail.sender.name))),
            ("return-path:null", mail.return_path == ""),
            ("subject:delivery", bool(_BOUNCE_SUBJECT.search(mail.subject))),
            ("text:delivery", bool(_BOUNCE_TEXT.search(mail.text[:4_000]))),
        )
        if holds
    ]
    is_daemon = "daemon" in mail.sender.address or "daemon" in mail.sender.name.lower()
    is_of_server = "from:server" in signs or "return-path:null" in signs or not mail.sender.is_reachable
    is_noreply_failure = (
        "subject:delivery" in signs and "text:delivery" in signs and bool(_NO_REPLY.search(mail.sender.address))
    )
    suffices = is_enough or is_daemon or (is_of_server and len(signs) >= 2) or is_noreply_failure
    return signs if suffices else []


def _auto_reply(mail: ParsedMail) -> list[str]:
    found = ["auto-submitted:replied"] if _submitted(mail) == "auto-replied" else []
    found += [name for name in _AUTO_REPLY_HEADERS if _first(mail, name).lower() not in ("", "no", "false")]
    if (
        _first(mail, "precedence").lower() in ("auto_reply", "auto-reply")
        or _first(mail, "x-precedence").lower() == "auto_reply"
    ):
        found.append("precedence:auto_reply")
    if "x-ms-exchange-inbox-rules-loop" in mail.headers and _SUPPRESSED.search(
        _first(mail, "x-auto-response-suppress")
    ):
        # A rule that passes a person's mail on leaves the same two; an automatic reply has no envelope sender besides.
        found += ["x-ms-exchange-inbox-rules-loop", *_null_path(mail)]
    # The words alone are any request about leave or about automatic replies.
    if _AUTO_REPLY_WORDS.search(mail.subject):
        proof = found or [sign for sign in _automatic(mail) if sign in _PROOF]
        proof = list(dict.fromkeys((*proof, *_null_path(mail))))
        return [*proof, "subject:auto-reply"] if proof else []
    return found


def _null_path(mail: ParsedMail) -> list[str]:
    """The null sender, of a mail that is no form's: forms use it too, for whoever filled them in."""
    is_form = any(party.is_reachable and party.address != mail.sender.address for party in mail.reply_to)
    return ["return-path:null"] if mail.return_path == "" and not is_form else []


def _submitted(mail: ParsedMail) -> str:
    """The keyword of ``Auto-Submitted``, without parameters and comments (RFC 3834, 5)."""
    return _first(mail, "auto-submitted").partition(";")[0].partition("(")[0].strip().lower()


def _automatic(mail: ParsedMail) -> list[str]:
    found = ["auto-submitted"] if _submitted(mail) not in ("", "no") else []
    found += [name for name in ("x-gongdan-loop", "x-autogenerated", "x-cron-env", "x-loop") if name in mail.headers]
    if "disposition-notification" in _first(mail, "content-type"):
        found.append("report:disposition")
    if "x-amz-sns-message-id" in mail.headers:
        found.append("x-amz-sns-message-id")
    found += _office_of_a_list(mail)
    if _SUPPRESSED.search(_first(mail, "x-auto-response-suppress")):
        found.append("x-auto-response-suppress")
    if _first(mail, "precedence").lower() in ("bulk", "junk", "list"):
        found.append("precedence")
    if "list-unsubscribe" in mail.headers and "list-post" not in mail.headers:
        found.append("list-unsubscribe")  # a newsletter; on a discussion list people write
    if _NO_REPLY.search(mail.sender.address):
        found.append("from:no-reply")
    if _AUTO_REPLY_MARK.search(mail.subject):
        found.append("subject:auto-reply")
    return found


def _office_of_a_list(mail: ParsedMail) -> list[str]:
    """A list manager speaks for itself (refusals, loops, held letters), not one of its members."""
    if _first(mail, "x-list-administrivia").lower() == "yes":
        return ["x-list-administrivia"]
    is_office = _LIST_OFFICE.search(mail.sender.address) and _list_marks(mail)
    return ["from:list"] if is_office or _LIST_PROGRAM.search(mail.sender.address) else []


def _list_marks(mail: ParsedMail) -> list[str]:
    """Headers of a mailing list: its members write there too, so they prove nothing, but nobody answers a list."""
    found = [name for name in mail.headers if name.startswith(LIST_HEADERS)]
    return found + (["precedence"] if "list" in _first(mail, "precedence").lower() else [])


_AUTO_REPLY_HEADERS = (
    "x-autoreply",
    "x-auto-reply",
    "x-autorespond",
    "x-autoresponder",
    "x-auto-response",
    "x-mail-autoreply",
    "x-qq-auto-reply",
    "x-apple-action",
)
_PROOF = frozenset(
    (
        *_AUTO_REPLY_HEADERS,
        *("auto-submitted", "auto-submitted:replied", "precedence:auto_reply"),
        *("x-gongdan-loop", "x-autogenerated", "x-cron-env", "report:disposition", "x-list-administrivia"),
        *("content-type:report", "x-failed-recipients", "return-path:null"),
        *("report:feedback", "content-type:feedback-report", "x-amz-sns-message-id"),
    )
)
"""Signs that a program sets of itself. A delivery report within another mail is none: people pass those on."""

_RULES: tuple[tuple[Kind, Callable[[ParsedMail], list[str]]], ...] = (
    ("feedback", _feedback),
    ("bounce", _bounce),
    ("auto_reply", _auto_reply),
    ("automatic", _automatic),
)


def _first(mail: ParsedMail, name: str) -> str:
    return mail.headers.get(name, ("",))[0]


def _has_part(mail: ParsedMail, media: str) -> bool:
    return any(file.type == media for file in mail.attachments)
