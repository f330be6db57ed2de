"""The new words of a reply, apart from what is quoted and from the signature (spec 05, mail).

Losing a customer's words is worse than keeping a quote: a cut needs the shape of something that a mail program makes,
a mail in which nothing would be left keeps its text, and answers between quoted lines stay.

``shapes`` what a line looks like · ``words`` what mail programs say, by language · ``introductions`` and ``headers``
where a quote begins · ``signatures`` where the signature does · ``labels`` all of it together.
"""

import msgspec

from gongdan.domains.channels.mail.email import html as markup
from gongdan.domains.channels.mail.email.parse import ParsedMail
from gongdan.domains.channels.mail.email.quotes.introductions import MARKER, unglued
from gongdan.domains.channels.mail.email.quotes.labels import Label, is_mark, labels_of
from gongdan.domains.channels.mail.email.quotes.words import TongueWords, compile_words

__all__ = ["MARKER", "Reply", "reply_of", "split_reply", "split_with"]

_MAX_LINES = 20_000


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
    return split_with(text, html, words=compile_words())


def split_with(text: str, html: str | None, *, words: TongueWords) -> Reply:
    """``split_reply`` with only some languages' ``words``."""
    if not text.strip() and html:
        return _split(markup.to_text(html, marked=True), words)
    reply = _split(text, words)
    if html and not reply.quoted_text:
        marked = _split(markup.to_text(html, marked=True), words)
        return marked if marked.quoted_text and marked.new_text else reply
    return reply


def _split(text: str, words: TongueWords) -> Reply:
    text = text.encode("utf-8", "replace").decode() if not text.isascii() else text  # patterns read no lone surrogates
    lines = unglued(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    lines, rest = lines[:_MAX_LINES], lines[_MAX_LINES:]
    labels = labels_of(lines, words)

    def of(label: Label) -> str:
        return "\n".join(
            line for line, given in zip(lines, labels, strict=True) if given == label and not is_mark(line)
        )

    quoted = of("quote") + "\n".join(rest)
    return Reply(
        new_text=of("new").strip("\n").rstrip(), quoted_text=quoted.strip("\n"), signature=of("signature").strip("\n")
    )
