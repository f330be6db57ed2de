"""The new words of a reply, apart from what is quoted and from the signature (spec 05, mail).

Losing a customer's words is worse than keeping a quote: a cut needs a sign that mail programs make, a mail in which
nothing would be left keeps its text, and answers between quoted lines stay.
"""

import re
from typing import Literal

import msgspec

from gongdan.domains.channels.email import html as markup
from gongdan.domains.channels.email.attribution import (
    attribution,
    header_block,
    is_own_marker,
    is_rule,
    is_separator,
    unglued,
)
from gongdan.domains.channels.email.parse import ParsedMail

_MAX_LINES = 20_000
_MAX_SIGNATURE_LINES = 14

_QUOTED = re.compile(r"^\s{0,3}[>＞|│┃]")
_DELIMITER = re.compile(r"^\s*(?:--|—|——|-- )\s*$")
_DASHES = re.compile(r"^\s*[-_—─=]{4,}\s*$")
_ADDRESS_ALONE = re.compile(r"^\s*[^\s@<>]{1,64}@[^\s@<>]{3,250}\s*$")  # Foxmail signs with it
_SENT_FROM = re.compile(
    r"^\W*(?:sent (?:from|via|with|using)\b.{1,60}|get (?:outlook|the yahoo|bluemail) .{1,60}"
    r"|envoyé de(?:puis)? (?:mon|ma|l')?.{1,60}"
    r"|von meinem .{1,40} gesendet|gesendet von .{1,40}|inviato da(?:l| mio)? .{1,40}|enviado (?:desde|do"
    r"|de) .{1,40}|verstuurd vanaf .{1,40}"
    r"|skickat från .{1,40}|sendt fra .{1,40}|отправлено (?:с|из) .{1,40}|wysłane z .{1,40}|iphone(?:から|より)送信"
    r"|发自我?的?.{1,30}|來自我的.{1,30}|来自我的.{1,30}|从我的.{1,20}发送|從我的.{1,20}(?:發送|傳送)"
    r"|获取 ?outlook .{1,20}|自我的.{1,20}(?:发送|傳送)"
    r"|本邮件由.{1,20}发送)\W*$",
    re.I,
)

_Label = Literal["new", "quote", "signature"]


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    new_text: str
    quoted_text: str
    signature: str


def reply_of(mail: ParsedMail) -> Reply:
    """``split_reply`` on the parts that ``mail`` has."""
    return split_reply(mail.text if mail.is_plain else "", mail.html)


def split_reply(text: str, html: str | None) -> Reply:
    """Split the plain text of a mail, or where it has none (``text`` empty) its HTML.

    HTML helps out too where the text shows no quote and the HTML marks one. ``new_text`` is empty only where the mail
    says nothing at all.
    """
    if not text.strip() and html:
        return _split(markup.to_text(html, marked=True))
    reply = _split(text)
    if html and not reply.quoted_text:
        marked = _split(markup.to_text(html, marked=True))
        return marked if marked.quoted_text and marked.new_text else reply
    return reply


def _split(text: str) -> Reply:
    lines = unglued(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    lines, rest = lines[:_MAX_LINES], lines[_MAX_LINES:]
    labels = _quoted(lines)
    if not _said(lines, labels):
        labels = _forwarded(lines)
    _sign(lines, labels)

    def of(label: _Label) -> str:
        return "\n".join(
            line for line, given in zip(lines, labels, strict=True) if given == label and not _is_mark(line)
        )

    quoted = of("quote") + "\n".join(rest)
    return Reply(
        new_text=of("new").strip("\n").rstrip(), quoted_text=quoted.strip("\n"), signature=of("signature").strip("\n")
    )


def _quoted(lines: list[str]) -> list[_Label]:
    """Label every line "new" or "quote"."""
    labels: list[_Label] = ["new"] * len(lines)
    depth = at = 0
    while at < len(lines):
        line = lines[at]
        depth = max(depth + (markup.QUOTE_START in line) - (markup.QUOTE_END in line), 0)
        if depth or _is_mark(line):
            labels[at] = "quote"
            at += 1
        elif is_own_marker(line) or is_separator(line) or header_block(lines, at):
            labels[at:] = ["quote"] * (len(lines) - at)
            break
        elif length := attribution(lines, at):
            end = _introduced_end(lines, at + length)
            labels[at:end] = ["quote"] * (end - at)
            at = end
        else:
            labels[at] = "quote" if _QUOTED.match(line) or _is_wrapped_quote(lines, at) else "new"
            at += 1
    _swallow_rules(lines, labels)
    return labels


def _introduced_end(lines: list[str], at: int) -> int:
    """Where the quote begins to be marked by itself, or the end of the mail where nothing marks it."""
    following = next((index for index in range(at, len(lines)) if lines[index].strip()), len(lines))
    if following == len(lines) or not _QUOTED.match(lines[following]):
        return at if following < len(lines) and markup.QUOTE_START in lines[following] else len(lines)
    return following


def _is_wrapped_quote(lines: list[str], at: int) -> bool:
    """A line between two quoted ones without a blank line: the tail of a quoted line that was wrapped."""
    return (
        0 < at < len(lines) - 1
        and bool(lines[at].strip())
        and bool(_QUOTED.match(lines[at - 1]))
        and bool(_QUOTED.match(lines[at + 1]))
        and len(lines[at - 1]) > 60
    )


def _swallow_rules(lines: list[str], labels: list[_Label]) -> None:
    """A drawn line directly above a quote belongs to it."""
    for at in range(1, len(lines)):
        if labels[at] == "quote" and labels[at - 1] == "new":
            above = at - 1
            while above > 0 and not lines[above].strip():
                above -= 1
            if is_rule(lines[above]):
                labels[above:at] = ["quote"] * (at - above)


def _said(lines: list[str], labels: list[_Label]) -> bool:
    return any(label == "new" and line.strip() for line, label in zip(lines, labels, strict=True))


def _forwarded(lines: list[str]) -> list[_Label]:
    """Labels of a mail that is nothing but a quote: its words count as new, only the introduction does not."""
    labels: list[_Label] = ["new"] * len(lines)
    at = next((index for index, line in enumerate(lines) if line.strip() and not _is_mark(line)), len(lines))
    start = at
    while at < len(lines) and (is_separator(lines[at]) or is_own_marker(lines[at]) or not lines[at].strip()):
        at += 1
    headers = header_block(lines, at) if at < len(lines) else 0
    if headers:
        # The last header may be wrapped: the words begin behind the blank line.
        at = next((index for index in range(at + headers, len(lines)) if not lines[index].strip()), at + headers)
    elif at < len(lines):
        at += attribution(lines, at)
    if at > start and any(line.strip() for line in lines[at:]):
        labels[:at] = ["quote"] * at
    return labels


def _sign(lines: list[str], labels: list[_Label]) -> None:
    """Label the signature: from its delimiter to the end of the new text, if that is near."""
    written = [at for at, label in enumerate(labels) if label == "new" and lines[at].strip()]
    if not written:
        return
    start = _signature_start(lines, written)
    if start is None:
        return
    for at in written:
        if at >= start:
            labels[at] = "signature"


def _signature_start(lines: list[str], written: list[int]) -> int | None:
    near = written[-_MAX_SIGNATURE_LINES:]
    for at in near:
        if _DELIMITER.match(lines[at]) and at != written[0]:
            return at
    for at in near:
        if _DASHES.match(lines[at]) and at != written[0] and _is_short(lines, [below for below in near if below > at]):
            return at
    last = written[-1]
    if len(written) > 1 and (_SENT_FROM.match(lines[last]) or _ADDRESS_ALONE.match(lines[last])):
        return last
    return None


def _is_short(lines: list[str], below: list[int]) -> bool:
    """Whether the lines can be a name card: few and short."""
    return len(below) <= 8 and all(len(lines[at]) <= 80 for at in below)


def _is_mark(line: str) -> bool:
    return markup.QUOTE_START in line or markup.QUOTE_END in line
