"""Header values as senders break them: encoded words (RFC 2047), parameters (RFC 2231), ids, dates.

Addresses have a page of their own. Everything is linear in the length of the value.
"""

import binascii
import quopri
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

import msgspec

from gongdan.domains.channels.mail.email.mime.charset import decode, guess, known, storable

MAX_IDS = 100
MAX_ID = 500

_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\s\x00-\x1f\x7f]+")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ID = re.compile(r"<([^<>\s]{1,500})>")
_SECTION = re.compile(r"(.+?)\*(\d{1,3})?(\*?)$")
_CHARSET = re.compile(r"[^?\s]{1,60}")
_QUOTE_OR_ESCAPE = re.compile(r"[\"\\]")
_PIECE_MARK = re.compile(r"[;\"(]")
_COMMENT_MARK = re.compile(r"[()\\]")
_LONGEST_NAME = 100
_LOST = re.compile("[\ufffd?\x00-\x1f\x7f]")


class Address(msgspec.Struct, frozen=True):
    """A party of a mail: display name (may be empty) and address in lower case (empty where there was none, without a
    domain where the mail gave none)."""

    name: str
    address: str

    @property
    def is_reachable(self) -> bool:
        """Whether mail can be sent there."""
        return "@" in self.address and '"' not in self.address


def words(raw: bytes, charset: str | None = None) -> str:
    """A header value as one line of text: raw 8-bit bytes read (``charset`` as a hint), encoded words decoded."""
    return _CONTROL.sub(" ", encoded_words(raw_text(raw, charset))).strip()


def raw_text(raw: bytes, charset: str | None) -> str:
    """A hint is heeded where it says more than the bytes do: relays declare Western European for what they wrap."""
    hint = known(charset)
    if hint in (None, "cp1252", "utf-7") or (raw.isascii() and b"\x1b" not in raw):
        return guess(raw)
    return decode(raw, hint)[0]


class EncodedWord(NamedTuple):
    """One ``=?charset?encoding?payload?=`` and where it stands."""

    start: int
    end: int
    charset: str
    encoding: str
    payload: str


def encoded_word_at(text: str, start: int) -> EncodedWord | None:
    """The encoded word that begins at ``start``."""
    charset = _CHARSET.match(text, start + 2) if text.startswith("=?", start) else None
    mark = charset.end() if charset else start
    if charset is None or text[mark : mark + 3].lower() not in ("?b?", "?q?"):
        return None
    end = text.find("?=", mark + 3)
    name = charset.group().split("*")[0].lower()
    return EncodedWord(start, end + 2, name, text[mark + 1], text[mark + 3 : end]) if end >= 0 else None


def _next_encoded_word(text: str, at: int) -> EncodedWord | None:
    """The first encoded word that begins at ``at`` or later."""
    last = text.rfind("?=")
    while 0 <= (start := text.find("=?", at)) < last:
        if word := encoded_word_at(text, start):
            return word
        at = start + 2
    return None


def encoded_words(text: str) -> str:
    """``text`` with its encoded words decoded. Neighbours of one charset are joined before decoding, because many
    senders cut a character in two."""
    if "=?" not in text:
        return text
    out: list[str] = []
    run: list[EncodedWord] = []
    at = 0
    while word := _next_encoded_word(text, at):
        between = text[at : word.start]
        if run and (between.strip() or word.charset != run[-1].charset):
            out.append(_run_text(text, run))
            run = []
        if between.strip() or at == 0:
            out.append(between)
        run.append(word)
        at = word.end
    return storable("".join([*out, _run_text(text, run), text[at:]]))


def _run_text(text: str, run: list[EncodedWord]) -> str:
    """Words of one charset as text; as they stand where decoding makes no text of them."""
    if not run:
        return ""
    raw = b"".join(_word_bytes(word.encoding, word.payload) for word in run)
    decoded = decode(raw, run[0].charset)[0]
    return " ".join(text[word.start : word.end] for word in run) if _NOT_TEXT.search(decoded) else decoded


def _word_bytes(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "surrogatepass")
    if encoding in "qQ":
        return quopri.decodestring(raw.replace(b" ", b"_"), header=True)
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    clean = clean[: len(clean) - (len(clean) % 4 == 1)]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def quoted(text: str, at: int) -> tuple[str, int] | None:
    """The content of the quoted string that opens at ``at``, and the place behind it; None where it never closes."""
    content: list[str] = []
    start = at + 1
    while (stop := _QUOTE_OR_ESCAPE.search(text, start)) is not None:
        content.append(text[start : stop.start()])
        if stop.group() == '"':
            return "".join(content), stop.end()
        content.append(text[stop.end() : stop.end() + 1])
        start = stop.end() + 1
    return None


def parameters(raw: bytes) -> tuple[str, dict[str, str]]:
    """The main value in lower case and its parameters (lower-case names; RFC 2231 pieces joined and decoded, encoded
    words decoded too, because senders use them here against the rule). Of a value that is given in both ways the
    extended one wins, unless it lost characters that the plain one has."""
    pieces = _pieces(guess(raw))
    plain: dict[str, str] = {}
    sections: dict[str, list[tuple[int, bool, str]]] = {}
    for piece in pieces[1:60]:
        name, equals, value = piece.partition("=")
        name, value = name.strip().lower(), _unquoted(value)
        section = _SECTION.match(name[:_LONGEST_NAME])
        if not equals:
            continue
        if section:
            number, extended = int(section.group(2) or 0), bool(section.group(3)) or section.group(2) is None
            sections.setdefault(section.group(1), []).append((number, extended, value))
        else:
            plain.setdefault(name, _SPACE.sub(" ", encoded_words(value)).strip())
    extended_values = {name: _joined(pieces) for name, pieces in sections.items()}
    both = {name: _better(value, plain.get(name, "")) for name, value in extended_values.items()}
    return pieces[0].strip().strip("\"'").lower(), plain | both


def _better(extended: str, plain: str) -> str:
    return plain if plain and lost(extended) > lost(plain) else extended


def lost(text: str) -> int:
    """How many characters of a name were lost on its way: replaced by a question mark or a sign that says so."""
    return len(_LOST.findall(text))


def _joined(sections: list[tuple[int, bool, str]]) -> str:
    """RFC 2231: ``charset'language'percent-encoded`` in pieces, of which any may be plain."""
    sections.sort(key=lambda section: section[0])
    charset: str | None = None
    out = bytearray()
    for index, (_, extended, value) in enumerate(sections):
        if index == 0 and extended and value.count("'") >= 2:
            charset, _, value = value.split("'", 2)
        out += unquote_to_bytes(value) if extended else value.encode("utf-8", "replace")
    text = decode(bytes(out), charset)[0] if known(charset) else guess(bytes(out))
    return _SPACE.sub(" ", encoded_words(text)).strip()


def _pieces(text: str) -> list[str]:
    """``text`` cut at the semicolons that stand outside quotes and comments; what is opened and never closed opens
    nothing."""
    found: list[str] = []
    start = at = 0
    unclosed: set[str] = set()
    while (mark := _PIECE_MARK.search(text, at)) is not None:
        at = mark.end()
        if mark.group() == ";":
            found.append(text[start : mark.start()])
            start = at
        elif mark.group() not in unclosed:
            end = quoted(text, mark.start()) if mark.group() == '"' else comment(text, mark.start())
            at = end[1] if end else at
            unclosed |= set() if end else {mark.group()}
    return [*found, text[start:]]


def comment(text: str, at: int) -> tuple[str, int] | None:
    """The content of the comment that opens at ``at``, and the place behind it; None where it never closes."""
    depth = 0
    place = at
    while (mark := _COMMENT_MARK.search(text, place)) is not None:
        place = mark.end() + (mark.group() == "\\")
        depth += (mark.group() == "(") - (mark.group() == ")")
        if mark.group() == ")" and not depth:
            return text[at + 1 : mark.start()], mark.end()
    return None


def _unquoted(text: str) -> str:
    text = text.strip()
    found = quoted(text, 0) if text[:1] == '"' else None
    return found[0] if found else text.strip('"')


def message_ids(raw: bytes | None) -> tuple[str, ...]:
    """Message ids of a field without their brackets, in order, once each, at most ``MAX_IDS``: the first ones (the
    root of the thread) and the last."""
    text = guess(raw or b"")
    found = list(dict.fromkeys(_ID.findall(text)))
    if not found and text.strip() and " " not in text.strip():
        found = [text.strip().strip("<>")[:MAX_ID]] if text.strip("<> ") else []
    return tuple(found if len(found) <= MAX_IDS else [*found[:10], *found[-(MAX_IDS - 10) :]])


def instant(raw: bytes | None) -> datetime | None:
    """A Date field in UTC; None where it cannot be read. A date without a zone is taken as UTC."""
    text = guess(raw or b"")[:200].strip()
    if not text:
        return None
    try:
        parsed = parsedate_to_datetime(text)
        return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
