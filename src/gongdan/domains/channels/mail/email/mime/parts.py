"""The tree of parts of a raw mail, cut out of the bytes without copying an attached message into another form.

Not the standard library's parser, for three reasons: an attached mail must stay byte for byte what it was, depth and
number of parts must be bounded before the work is done (its cost grows with depth × lines), and headers must stay raw
bytes until their charset is known. Codecs and dates are the standard library's.
"""

import binascii
import codecs
import quopri
import re
from collections.abc import Iterator

import msgspec

from gongdan.domains.channels.mail.email.mime.charset import guess
from gongdan.domains.channels.mail.email.mime.headers import parameters

MAX_PARTS = 400
MAX_DEPTH = 16
MAX_HEADER_BLOCK = 512 * 1024
MAX_HEADERS = 600
MAX_HEADER_VALUE = 64 * 1024

ENVELOPE = "from "
"""Under this name stands the sender that the envelope line of a mailbox file gives; no header can have it."""

_LINE_END = re.compile(rb"\r\n|\n")
_HEADER = re.compile(rb"([!-9;-~]{1,120})[ \t]*:[ \t]*(.*)", re.S)
_AHEAD = re.compile(rb"(?im)^(?:from|to|subject|date|mime-version|content-[a-z-]+|message-id|received):")
_LOOKED_AHEAD = 2_000
_LONGEST_DELIMITER = 200
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


class MimePart(msgspec.Struct, frozen=True, kw_only=True):
    """One node. ``headers`` are (lower-case name, unfolded raw value) in their order; ``body`` is still encoded."""

    headers: tuple[tuple[str, bytes], ...]
    type: str
    """Media type in lower case, ``text/plain`` where none or nonsense was given."""
    params: dict[str, str]
    body: bytes
    parts: tuple["MimePart", ...] = ()
    faults: tuple[str, ...] = ()

    def raw(self, name: str) -> bytes | None:
        """First header of that name."""
        return next((value for key, value in self.headers if key == name), None)

    def text_of(self, name: str) -> str:
        """First header of that name as text, encoded words untouched; empty where absent."""
        return guess(self.raw(name) or b"")

    def walk(self) -> Iterator["MimePart"]:
        """This part and all below it, in the order of the mail."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def payload(self) -> bytes:
        """The body with its transfer encoding undone; what breaks the encoding is skipped, never refused."""
        encoding = self.text_of("content-transfer-encoding").strip().strip("\"';").lower()
        if encoding == "base64":
            return unbase64(self.body)
        if encoding == "quoted-printable":
            return quopri.decodestring(self.body)
        if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
            return _unuuencode(self.body)
        return self.body


def split(raw: bytes) -> MimePart:
    """The tree of a mail. Never raises; ``MAX_PARTS`` and ``MAX_DEPTH`` bound it, what lies below stays opaque."""
    if b"\n" not in raw and b"\r" in raw:
        raw = raw.replace(b"\r", b"\n")
    raw, line = _begun(raw.removeprefix(codecs.BOM_UTF8)), b""
    if raw.startswith((b"From ", b">From ")):
        line, _, raw = raw.partition(b"\n")
    root = _part(_begun(raw), _Budget(MAX_PARTS), 0, "text/plain")
    return msgspec.structs.replace(root, headers=(*root.headers, (ENVELOPE, _sender_of(line)))) if line else root


def _begun(raw: bytes) -> bytes:
    """``raw`` without the blank that stands before its first field."""
    start = raw.lstrip()
    return start if _HEADER.match(start[:_LOOKED_AHEAD]) else raw.lstrip(b"\r\n")


def _sender_of(line: bytes) -> bytes:
    """Who an envelope line of mailbox files (``From li@example.com Wed Jan  3 …``) names."""
    return next(iter(line.partition(b"From ")[2][:MAX_HEADER_VALUE].split()), b"").strip(b"-")


class _Budget:
    """How many parts may still be made: the one counter that the recursion shares."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self) -> bool:
        self.left -= 1
        return self.left >= 0


def _part(raw: bytes, budget: _Budget, depth: int, default: str) -> MimePart:
    headers, body, faults = _headers(raw)
    media, params, type_faults = _content_type(headers, default)
    faults += type_faults
    parts: tuple[MimePart, ...] = ()
    if media.startswith("multipart/"):
        if depth >= MAX_DEPTH:
            media, faults = "application/octet-stream", [*faults, "too_deep"]
        else:
            chunks, found = _chunks(body, params.get("boundary", ""))
            faults += found
            if chunks and "content_type_repeated" in type_faults:
                # The type of the first part slipped into its parent's headers: its text is the preamble.
                chunks.insert(0, b"\n" + body[: body.find(chunks[0])].rpartition(b"--")[0])
            below = "message/rfc822" if media == "multipart/digest" else "text/plain"
            parts = tuple(_part(chunk, budget, depth + 1, below) for chunk in chunks if budget.take())
            if len(parts) < len(chunks):
                faults.append("too_many_parts")
            if not parts:
                media = "text/html" if b"<html" in body[:2_000].lower() else "text/plain"
    return MimePart(headers=tuple(headers), type=media, params=params, body=body, parts=parts, faults=tuple(faults))


def _headers(raw: bytes) -> tuple[list[tuple[str, bytes]], bytes, list[str]]:
    """Header fields, the body after them, and what was wrong. A line that is no field ends the block, or is dropped
    where fields go on behind it."""
    fields: list[list[bytes]] = []
    faults: set[str] = set()
    at, end, sure = 0, min(len(raw), MAX_HEADER_BLOCK), 0
    while at < end:
        line_end = _LINE_END.search(raw, at)
        stop, following = (line_end.start(), line_end.end()) if line_end else (len(raw), len(raw))
        line = raw[at : min(stop, at + MAX_HEADER_VALUE)]
        if not line.strip(b"\r"):
            at = following
            break
        if line[:1] in (b" ", b"\t"):
            if fields:
                fields[-1].append(line)
        elif _HEADER.match(line):
            fields.append([line])
        elif following <= sure or following <= (sure := _field_ahead(raw, following)):
            faults.add("header_line_dropped")
        else:
            faults.add("headers_unfinished")
            break
        at = following
    return [_field(lines) for lines in fields[:MAX_HEADERS]], raw[at:], sorted(faults)


def _field_ahead(raw: bytes, at: int) -> int:
    """Where a MIME or address field follows within the next lines, so that a stray line lies inside the headers; -1
    where none does."""
    ahead = raw[at : at + _LOOKED_AHEAD].split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    found = _AHEAD.search(ahead)
    return at + found.start() if found else -1


def _field(lines: list[bytes]) -> tuple[str, bytes]:
    name, _, first = lines[0].partition(b":")
    value = b"".join([first, *lines[1:]]) if len(lines) > 1 else first
    return name.strip().decode("ascii", "replace").lower(), value.strip()[:MAX_HEADER_VALUE].replace(b"\r", b"")


def _content_type(headers: list[tuple[str, bytes]], default: str) -> tuple[str, dict[str, str], list[str]]:
    """The declared type. Of several ``Content-Type`` fields the first that names a type wins, its missing parameters
    are taken from the others."""
    values = [parameters(value) for name, value in headers if name == "content-type"]
    named = [pair for pair in values if re.fullmatch(r"[a-z0-9.+_-]+/[a-z0-9.+_*-]+", pair[0])]
    faults = ["content_type_repeated"] if len(values) > 1 else []
    if not named:
        if values:
            faults.append("content_type_unreadable")
        return default, values[0][1] if values else {}, faults
    params: dict[str, str] = {}
    for media, given in named:
        if media == named[0][0]:
            params = given | params
    return named[0][0], params, faults


def _chunks(body: bytes, boundary: str) -> tuple[list[bytes], list[str]]:
    """The raw parts between the delimiter lines; where the named delimiter is absent, the first that looks like one."""
    raw = boundary.encode("utf-8", "surrogateescape")
    cuts = _delimiters(body, raw) if raw else []
    faults: list[str] = []
    if not cuts:
        seen = _boundary_like(body)
        faults.append("boundary_missing")
        cuts = _delimiters(body, seen) if seen else []
        # A line of dashes in a letter is no delimiter: headers must follow it.
        if not cuts or not _HEADER.match(body[cuts[0][1] : cuts[0][1] + 200].split(b"\n")[0]):
            return [], faults
    chunks: list[bytes] = []
    for index, (_, after, last) in enumerate(cuts):
        if last:
            break
        stop = cuts[index + 1][0] if index + 1 < len(cuts) else len(body)
        chunks.append(body[after:stop])
    if not cuts[-1][2] and not any(cut[2] for cut in cuts):
        faults.append("boundary_unclosed")
    return chunks, faults


def _boundary_like(body: bytes) -> bytes:
    """What stands on the first line that looks like a delimiter, without its dashes; empty where none does."""
    at = 0 if body.startswith(b"--") else body.find(b"\n--") + 1
    while at or body.startswith(b"--"):
        stop = body.find(b"\n", at, at + _LONGEST_DELIMITER)
        line = body[at + 2 : stop if stop >= 0 else at + _LONGEST_DELIMITER]
        if line[:1].strip() and (stop >= 0 or at + _LONGEST_DELIMITER >= len(body)):
            return line.rstrip()
        at = body.find(b"\n--", at) + 1
        if not at:
            break
    return b""


def _delimiters(body: bytes, boundary: bytes) -> list[tuple[int, int, bool]]:
    """(end of what is before, start of what is after, is closing) of each delimiter line; ``MAX_PARTS`` bounds them."""
    mark = b"--" + boundary
    found: list[tuple[int, int, bool]] = []
    at = body.find(mark)
    while at >= 0 and len(found) <= MAX_PARTS:
        after = at + len(mark)
        if at == 0 or body[at - 1] == 0x0A:
            line_end = body.find(b"\n", after, after + _LONGEST_DELIMITER)
            stop = min(len(body), after + _LONGEST_DELIMITER) if line_end < 0 else line_end
            rest = body[after:stop].strip()
            if rest in (b"", b"--"):
                before = max(at - (2 if body[at - 2 : at] == b"\r\n" else 1), 0)
                found.append((before, min(stop + 1, len(body)), rest == b"--"))
        at = body.find(mark, after)
    return found


def unbase64(raw: bytes) -> bytes:
    """Base64 as mails hold it: foreign bytes skipped, padding inside or missing forgiven."""
    try:
        return binascii.a2b_base64(raw, strict_mode=False)
    except (binascii.Error, ValueError):
        clean = _NOT_BASE64.sub(b"", raw)
        clean = clean[: len(clean) - (len(clean) % 4 == 1)]
        return binascii.a2b_base64(clean + b"=" * (-len(clean) % 4))


def _unuuencode(raw: bytes) -> bytes:
    lines = raw.splitlines()
    start = next((index + 1 for index, line in enumerate(lines) if line.startswith(b"begin ")), 0)
    out: list[bytes] = []
    for line in lines[start:]:
        if line.strip() == b"end":
            break
        try:
            out.append(binascii.a2b_uu(line))
        except binascii.Error:
            # A broken line carries its length first: cut to what it claims (the rule of the standard library too).
            length = ((line[:1] or b" ")[0] - 32 & 63) * 4 // 3 + 5
            try:
                out.append(binascii.a2b_uu(line[:length]))
            except binascii.Error:
                continue
    return b"".join(out)
