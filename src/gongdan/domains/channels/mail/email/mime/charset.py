"""Bytes of a mail to text, whatever the mail says of itself (spec 05, "real charsets").

Senders lie in a few known ways, and each has its rule here: ``gb2312`` almost always means GBK or GB 18030; a declared
Big5 or GBK may be UTF-8 after all; iso-2022-jp carries characters of vendors; headers stand there as raw 8-bit bytes.
"""

import codecs
import re

from charset_normalizer import from_bytes

_ALIASES = {
    **dict.fromkeys(
        ("gb2312", "gb_2312-80", "gb-2312", "gbk", "x-gbk", "gb", "cp936", "ms936", "windows-936", "gb18030", "euc-cn"),
        "gb18030",
    ),
    **dict.fromkeys(("hz", "hz-gb-2312", "hz-gb2312"), "hz"),
    **dict.fromkeys(("big5", "big-5", "cn-big5", "x-x-big5", "big5-hkscs", "big5hkscs", "cp950"), "big5hkscs"),
    **dict.fromkeys(("iso-2022-jp", "iso-2022-jp-ms", "csiso2022jp", "cp50220", "cp50221", "x-cp50221"), "iso-2022-jp"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j"), "cp932"),
    **dict.fromkeys(("ks_c_5601-1987", "ks_c_5601", "ksc5601", "euc-kr", "x-windows-949", "windows-949"), "cp949"),
    **dict.fromkeys(("us-ascii", "ascii", "ansi_x3.4-1968", "646", "iso-8859-1", "latin1", "latin-1"), "cp1252"),
    **dict.fromkeys(("utf8", "utf-8", "utf8mb4", "unicode-1-1-utf-8", "cp65001"), "utf-8"),
    **dict.fromkeys(("utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7"), "utf-7"),
    **dict.fromkeys(("iso-8859-8-i", "iso-8859-8-e"), "iso-8859-8"),
    "macintosh": "mac-roman",
    "x-mac-roman": "mac-roman",
    "unicode": "utf-16",
}

_NOT_FOR_MAIL = frozenset(("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"))
"""Codecs of Python that name no charset, and raise on what charsets accept."""

_EAST_ASIAN = ("gb18030", "big5hkscs", "cp932", "cp949", "euc_jp", "euc-jp")
_THREE_BYTES = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}")
_JIS_ESCAPE = re.compile(rb"\x1b(?:\$\([A-D]|\$[@AB]|\([BIJH])")
_SURROGATE = re.compile("[\ud800-\udfff]")
_GUESS_BYTES = 8_192
_ENOUGH_TO_COUNT = 48
"""High bytes below which letter statistics say nothing and Western European is assumed."""


def known(declared: str | None) -> str | None:
    """The Python codec that a declared charset means in practice, or None where it names nothing that we can read."""
    if not declared:
        return None
    name = declared.strip().strip("\"'").lower()
    name = _ALIASES.get(name, name)
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # rot13, zip and the like are codecs too, but none that makes text of bytes.
    return name if getattr(codec, "_is_text_encoding", True) and codec.name not in _NOT_FOR_MAIL else None


def decode(raw: bytes, declared: str | None) -> tuple[str, bool]:
    """Text of ``raw``, and whether the declaration (or plain ASCII) held. Never raises.

    Order: declared → UTF-8 → GB 18030 → Big5 → a statistical guess → the declared charset with replacements. The text
    can be stored: it has no NUL and no lone surrogate (UTF-7 and UTF-16 can make them).
    """
    text, held = _decode(raw, declared)
    return storable(text), held


def storable(text: str) -> str:
    """``text`` as PostgreSQL and UTF-8 accept it: NUL dropped, lone surrogates replaced."""
    if "\x00" in text:
        text = text.replace("\x00", "")
    return text if text.isascii() else _SURROGATE.sub("�", text)


def _decode(raw: bytes, declared: str | None) -> tuple[str, bool]:
    if raw.isascii() and b"\x1b" not in raw and b"~{" not in raw and b"+" not in raw and b"\x00" not in raw:
        return raw.decode("ascii"), True
    charset = known(declared)
    if charset in (None, "cp1252", "utf-8", "iso-2022-jp") and _JIS_ESCAPE.search(raw):
        return _iso_2022_jp(raw), charset == "iso-2022-jp"
    if charset == "iso-2022-jp":
        charset = "cp932"  # no escape in it: what is meant is Shift_JIS
    if charset is None or (charset == "cp1252" and _is_utf_8(raw)):
        return guess(raw), raw.isascii()
    if charset in _EAST_ASIAN and _is_utf_8(raw) and len(_THREE_BYTES.findall(raw[:_GUESS_BYTES])) >= 2:
        return raw.decode("utf-8"), False
    try:
        return raw.decode(charset), True
    except (UnicodeDecodeError, ValueError):
        return _second_try(raw, charset), False


def guess(raw: bytes) -> str:
    """Text of bytes that say nothing, or nothing true, about their charset."""
    for charset in ("utf-8", "gb18030", "big5hkscs"):
        if charset == "gb18030" and not _looks_east_asian(raw):
            break
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    few = sum(byte > 0x7F for byte in raw[:_GUESS_BYTES]) < _ENOUGH_TO_COUNT
    best = None if few else from_bytes(raw[:_GUESS_BYTES]).best()
    return raw.decode(best.encoding if best else "cp1252", errors="replace")


def _second_try(raw: bytes, charset: str) -> str:
    """A declared charset did not hold: mostly right with a broken character, or wholly wrong."""
    text = raw.decode(charset, errors="replace") if charset != "utf-16" else ""
    if text and text.count("�") * 50 <= len(text):
        return text
    if _is_utf_8(raw):
        return raw.decode("utf-8")
    return guess(raw) if charset not in _EAST_ASIAN or not text else text


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not raw.isascii()


def _looks_east_asian(raw: bytes) -> bool:
    """Whether high bytes come in runs, as double-byte text has them; in European text they stand alone."""
    high = re.findall(rb"[\x80-\xff]+", raw[:_GUESS_BYTES])
    return bool(high) and sum(len(run) for run in high) >= 2 * len(high)


def _iso_2022_jp(raw: bytes) -> str:
    """ISO-2022-JP with the rows that vendors added (①, ㈱, 髙), which Python's codec refuses: read through cp932."""
    text: list[str] = []
    mode, at = b"\x1b(B", 0
    for escape in _JIS_ESCAPE.finditer(raw):
        text.append(_jis_run(raw[at : escape.start()], mode))
        mode, at = escape.group(), escape.end()
    text.append(_jis_run(raw[at:], mode))
    return "".join(text)


def _jis_run(run: bytes, mode: bytes) -> str:
    if mode in (b"\x1b$@", b"\x1b$B"):
        return _jis_pairs(run)
    if mode == b"\x1b$A":
        return bytes(b | 0x80 if b > 0x20 else b for b in run).decode("gb18030", errors="replace")
    if mode == b"\x1b$(C":
        return bytes(b | 0x80 if b > 0x20 else b for b in run).decode("cp949", errors="replace")
    if mode == b"\x1b(I":
        return bytes(b | 0x80 for b in run).decode("cp932", errors="replace")
    return run.decode("cp932", errors="replace")


def _jis_pairs(run: bytes) -> str:
    """Pairs of JIS X 0208 shifted into Shift_JIS; a line end inside the run stands for itself."""
    shifted = bytearray()
    at = 0
    while at < len(run):
        row = run[at]
        if not 0x21 <= row <= 0x7E or at + 1 == len(run):
            shifted.append(row)
            at += 1
            continue
        cell = run[at + 1]
        shifted.append(((row + 1) >> 1) + (0x70 if row <= 0x5E else 0xB0))
        shifted.append((cell + (0x1F if cell < 0x60 else 0x20) if row & 1 else cell + 0x7E) & 0xFF)
        at += 2
    return bytes(shifted).decode("cp932", errors="replace")
