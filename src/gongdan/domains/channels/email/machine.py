"""Who wrote a mail: a person, an auto-responder, a program, or a mail server (RFC 3834, 3464, 5965; spec 05, loops).

Machine mail never triggers an answer and never reopens a ticket, so doubt falls on the side of silence:
``may_answer`` is stricter than ``kind_of``.
"""

import re
from collections.abc import Callable
from typing import Literal

import msgspec

from gongdan.domains.channels.email.parse import ParsedMail

Kind = Literal["person", "auto_reply", "automatic", "bounce", "feedback"]

LOOP_HEADER = "X-Gongdan-Loop"
"""Stands in every notice that we send: what comes in with it was written by a system like ours."""

_AUTO_REPLY_SUBJECT = re.compile(
    r"^\W*(?:auto(?:matic|mated|matische|matique|matica)?[ -]?(?:reply|response|answer|antwort|responder)\b"
    r"|autoreply|auto:"
    r"|out[ -]of[ -](?:the[ -])?office|ooo:|vacation:|away (?:until|from)|i am away|on (?:vacation|leave)\b"
    r"|réponse automatique|respuesta automática|resposta automática|risposta automatica|abwesenheit"
    r"|自动回复|自动答复|自動回覆|自動回复|自動答覆|自動返信|系统自动回复|不在办公室|休假|外出自动)",
    re.I,
)
_BOUNCE_SUBJECT = re.compile(
    r"undeliver|un[- ]?deliver|delivery (?:status|fail|has failed|report|error|problem|incomplete|delay)"
    r"|returned mail|failure notice"
    r"|mail(?: delivery)? (?:system )?(?:fail|error)|message (?:could not|not) (?:be )?delivered|can ?not be delivered"
    r"|delivery notification|non[- ]?delivery|not delivered|bounced? ?(?:message|mail)|mail could not be delivered"
    r"|unzustellbar|nicht zugestellt|échec|non remis|配信不能|配送できません|メールエラー|未送达|退信|投递失败|无法投递"
    r"|无法送达|退回|系统退信|發送失敗|发送失败",
    re.I,
)
_BOUNCE_TEXT = re.compile(
    r"could not be delivered|delivery (?:to the following|failed)|error delivering your|was not delivered"
    r"|undeliverable|following (?:address|recipient)|invalid user address|(?:^|\s)5[0-9]{2}[ -](?:5\.\d|\w)"
    r"|user unknown"
    r"|送信できませんでした|送信先の|投递失败|无法投递|被退回|收件人不存在",
    re.I,
)
_NOTIFIED_BOUNCE = re.compile(r"\\?\"notificationType\\?\"\s*:\s*\\?\"Bounce", re.I)
"""Sending services report bounces as JSON in a mail."""
_FEEDBACK_SUBJECT = re.compile(r"complaint about message from|abuse report|feedback report", re.I)
_SERVER = re.compile(
    r"^(?:mailer[-_.]?daemon|mail[-_.]?daemon|post[-_.]?master|double-bounce)(?:@|$)|^(?:bounces?|mailer)@"
)
_DAEMON_NAME = re.compile(r"mailer-?daemon|mail delivery (?:sub)?system|\bNDR\b|系统退信", re.I)
_NO_REPLY = re.compile(
    r"^(?:no|do-?not|donot|never|non)[-_.]?(?:reply|answer|respond|repondre)|^noreply|^(?:notifications?|alerts?|cron)@"
)
_SUPPRESSED = re.compile(r"\b(?:all|autoreply|oof)\b", re.I)


class Judgement(msgspec.Struct, frozen=True):
    kind: Kind
    evidence: tuple[str, ...]
    """What spoke for it: names of headers and rules, strongest first; empty for a person."""


def kind_of(mail: ParsedMail) -> Judgement:
    """Who wrote ``mail``, and by what it was told. The first kind that has evidence wins, in the order of this page."""
    for kind, rule in _RULES:
        evidence = rule(mail)
        if evidence:
            return Judgement(kind, tuple(evidence))
    return Judgement("person", ())


def may_answer(mail: ParsedMail, *, own_addresses: frozenset[str]) -> bool:
    """Whether a program of ours may answer ``mail``: a person wrote it, to us and not to a list, from an address that
    is reachable and not ours, and not with the null sender."""
    return (
        kind_of(mail).kind == "person"
        and mail.sender.is_reachable
        and mail.sender.address not in own_addresses
        and mail.return_path != ""
        and not any(name in mail.headers for name in ("list-id", "list-post", "list-unsubscribe"))
        and "list" not in _first(mail, "precedence").lower()
    )


def _feedback(mail: ParsedMail) -> list[str]:
    found = ["report:feedback"] if _has_part(mail, "message/feedback-report") else []
    if "feedback-report" in _first(mail, "content-type"):
        found.append("content-type:feedback-report")
    if _FEEDBACK_SUBJECT.search(mail.subject) and _has_part(mail, "message/rfc822"):
        found.append("subject:complaint")
    if mail.subject.lower() == "unsubscribe" and _first(mail, "auto-submitted"):
        found.append("subject:unsubscribe")
    return found


def _bounce(mail: ParsedMail) -> list[str]:
    if any("/delivery-status" in file.type for file in mail.attachments):
        return ["report:delivery-status"]
    if "x-failed-recipients" in mail.headers:
        return ["x-failed-recipients"]
    if _NOTIFIED_BOUNCE.search(mail.text[:4_000]):
        return ["text:notification"]
    if mail.type == "multipart/report" and "disposition-notification" not in _first(mail, "content-type"):
        return ["content-type:report"]
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
    return signs if is_daemon or (is_of_server and len(signs) >= 2) or is_noreply_failure else []


def _auto_reply(mail: ParsedMail) -> list[str]:
    found = ["auto-submitted"] if _first(mail, "auto-submitted").lower().startswith("auto-replied") else []
    found += [name for name in _AUTO_REPLY_HEADERS if _first(mail, name).lower() not in ("", "no", "false")]
    if (
        _first(mail, "precedence").lower() in ("auto_reply", "auto-reply")
        or _first(mail, "x-precedence").lower() == "auto_reply"
    ):
        found.append("precedence")
    if "x-ms-exchange-inbox-rules-loop" in mail.headers and _SUPPRESSED.search(
        _first(mail, "x-auto-response-suppress")
    ):
        found.append("x-ms-exchange-inbox-rules-loop")
    if _AUTO_REPLY_SUBJECT.search(mail.subject):
        found.append("subject:auto-reply")
    return found


def _automatic(mail: ParsedMail) -> list[str]:
    found = ["auto-submitted"] if _first(mail, "auto-submitted").lower().strip() not in ("", "no") else []
    found += [name for name in ("x-loop", "x-gongdan-loop", "x-autogenerated", "x-cron-env") if name in mail.headers]
    if _SUPPRESSED.search(_first(mail, "x-auto-response-suppress")):
        found.append("x-auto-response-suppress")
    if _first(mail, "precedence").lower() in ("bulk", "junk"):
        found.append("precedence")
    if "list-unsubscribe" in mail.headers and "list-post" not in mail.headers:
        found.append("list-unsubscribe")  # a newsletter; on a discussion list people write
    if "disposition-notification" in _first(mail, "content-type"):
        found.append("report:disposition")
    if _NO_REPLY.search(mail.sender.address):
        found.append("from:no-reply")
    return found


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
