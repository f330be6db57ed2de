"""Header values as senders break them: encoded words (RFC 2047), parameters (RFC 2231), addresses (RFC 5322), ids."""

import binascii
import quopri
import re
import unicodedata
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import unquote_to_bytes

import msgspec

from gongdan.domains.channels.email.mime.charset import decode, guess, known, storable

MAX_ADDRESSES = 500
MAX_ADDRESS = 320
MAX_NAME = 200
MAX_IDS = 100
MAX_ID = 500

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\r\n]*(?:\?(?!=)[^?\r\n]*)*)\?=")
_SPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\s\x00-\x1f\x7f]+")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ID = re.compile(r"<([^<>\s]{1,500})>")
_SECTION = re.compile(r"(.+?)\*(\d{1,3})?(\*?)$")
_LOCAL = re.compile(r"^[^\s<>,;:\"()\[\]@]{1,64}$")
_ADDRESS = re.compile(r"[^\s<>,;:\"()\[\]]{1,250}@[^\s<>,;:\"()\[\]@]{1,250}")


class Address(msgspec.Struct, frozen=True):
    """A party of a mail: display name (may be empty) and address in lower case (empty where there was none, without a
    domain where the mail gave none)."""

    name: str
    address: str

    @property
    def is_reachable(self) -> bool:
        """Whether mail can be sent there."""
        return "@" in self.address


def words(raw: bytes, charset: str | None = None) -> str:
    """A header value as one line of text: raw 8-bit bytes read (``charset`` as a hint), encoded words decoded."""
    return _CONTROL.sub(" ", encoded_words(_raw_text(raw, charset))).strip()


def _raw_text(raw: bytes, charset: str | None) -> str:
    """A hint is heeded where it says more than the bytes do: relays declare Western European for what they wrap."""
    hint = known(charset)
    if hint in (None, "cp1252", "utf-7") or (raw.isascii() and b"\x1b" not in raw):
        return guess(raw)
    return decode(raw, hint)[0]


def encoded_words(text: str) -> str:
    """``text`` with its encoded words decoded. Neighbours of one charset are joined before decoding, because many
    senders cut a character in two."""
    if "=?" not in text:
        return text
    out: list[str] = []
    run: list[re.Match[str]] = []
    at = 0
    for word in _WORD.finditer(text):
        between = text[at : word.start()]
        if run and (between.strip() or _charset(word) != _charset(run[-1])):
            out.append(_run_text(run))
            run = []
        if between.strip() or at == 0:
            out.append(between)
        run.append(word)
        at = word.end()
    return storable("".join([*out, _run_text(run), text[at:]]))


def _charset(word: re.Match[str]) -> str:
    return word.group(1).split("*")[0].lower()


def _run_text(run: list[re.Match[str]]) -> str:
    """Words of one charset as text; as they stand where decoding makes no text of them."""
    if not run:
        return ""
    raw = b"".join(_word_bytes(word.group(2), word.group(3)) for word in run)
    text = decode(raw, _charset(run[0]))[0]
    return " ".join(word.group() for word in run) if _NOT_TEXT.search(text) else text


def _word_bytes(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "surrogatepass")
    if encoding in "qQ":
        return quopri.decodestring(raw.replace(b" ", b"_"), header=True)
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    clean = clean[: len(clean) - (len(clean) % 4 == 1)]
    return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def parameters(raw: bytes) -> tuple[str, dict[str, str]]:
    """The main value in lower case and its parameters (lower-case names; RFC 2231 pieces joined and decoded, encoded
    words decoded too, because senders use them here against the rule)."""
    pieces = _split_outside_quotes(guess(raw), ";")
    plain: dict[str, str] = {}
    sections: dict[str, list[tuple[int, bool, str]]] = {}
    for piece in pieces[1:60]:
        name, equals, value = piece.partition("=")
        name, value = name.strip().lower(), _unquoted(value)
        section = _SECTION.match(name)
        if not equals:
            continue
        if section:
            number, extended = int(section.group(2) or 0), bool(section.group(3)) or section.group(2) is None
            sections.setdefault(section.group(1), []).append((number, extended, value))
        else:
            plain.setdefault(name, _SPACE.sub(" ", encoded_words(value)).strip())
    extended_values = {name: _joined(pieces) for name, pieces in sections.items()}
    return pieces[0].strip().strip("\"'").lower(), plain | extended_values


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


def addresses(raw: bytes | None, charset: str | None = None) -> tuple[Address, ...]:
    """The parties that a field names. Commas in unquoted names, groups, stray quotes and comments are read as meant."""
    if not raw:
        return ()
    text = _raw_text(raw, charset)
    pieces = _split_outside_quotes(_SPACE.sub(" ", text), ",;")
    if len(pieces) == 1 and "@" in text and text.count('"') % 2:
        pieces = _split_outside_quotes(text.replace('"', ""), ",;")
    found: list[Address] = []
    held: list[str] = []
    for piece in pieces[: MAX_ADDRESSES * 2]:
        if "@" not in piece and "<" not in piece and piece is not pieces[-1]:
            held.append(piece)  # "Doe, Jane <j@example.com>": the first half of a name
            continue
        found.append(_address(", ".join([*(part.strip() for part in held), piece.strip()])))
        held = []
    return tuple(dict.fromkeys(party for party in found if party.address or party.name))[:MAX_ADDRESSES]


def _address(text: str) -> Address:
    before, angle, inside = text.rpartition("<")
    if angle and (found := _ADDRESS.search(inside.replace(" ", "")) or _ADDRESS.search(before.replace(" ", ""))):
        return Address(_name(before), _normal(found.group()))
    if angle:
        local = inside.strip("> @")
        return Address(_name(before), _normal(local) if _LOCAL.match(local) else "")
    plain = encoded_words(text)
    found = _ADDRESS.search(plain)
    if not found:
        local = plain.strip("@ ")
        name = _name(text.rpartition(":")[2])
        return Address(name, _normal(local) if _LOCAL.match(local) else "")
    rest = (plain[: found.start()].rpartition(":")[2] + " " + plain[found.end() :]).strip()
    return Address(_name(rest.removeprefix("(").removesuffix(")")), _normal(found.group()))


def _name(text: str) -> str:
    text = text.strip()
    group = re.match(r"^[^\"@<]{1,60}:\s*(?=\S)", text)
    text = text[group.end() :] if group and '"' not in group.group() else text
    unquoted = _unquoted(text) if text.startswith('"') else text.replace('"', "")
    decoded = _SPACE.sub(" ", encoded_words(unquoted)).strip()
    return decoded.strip("'\" ")[:MAX_NAME] if decoded[:1] == decoded[-1:] == "'" else decoded.strip('" ')[:MAX_NAME]


def _normal(address: str) -> str:
    """Lower case, full-width letters and ＠ folded: two spellings of one mailbox are one identity."""
    folded = unicodedata.normalize("NFKC", address).strip(".'`").lower()
    return folded[:MAX_ADDRESS]


def _split_outside_quotes(text: str, marks: str) -> list[str]:
    """``text`` cut at any of ``marks`` that stands outside quotes, comments and angle brackets."""
    pieces: list[str] = []
    start = depth = 0
    quoted = angled = skip = False
    for at, char in enumerate(text):
        if skip:
            skip = False
        elif char == "\\" and quoted:
            skip = True
        elif char == '"':
            quoted = not quoted
        elif quoted:
            continue
        elif char == "(":
            depth += 1
        elif char == ")":
            depth = max(depth - 1, 0)
        elif char == "<":
            angled = True
        elif char == ">":
            angled = False
        elif char in marks and not depth and not (angled and ";" not in marks):
            pieces.append(text[start:at])
            start, angled = at + 1, False
    return [*pieces, text[start:]]


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == '"' and (end := re.search(r'(?<!\\)"', text[1:])):
        return re.sub(r"\\(.)", r"\1", text[1 : end.start() + 1])
    return text.strip('"')


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
