"""Outlook's ``winmail.dat`` (MS-OXTNEF, MS-OXMSG): its text and its files. Bounded by the bytes that it is given."""

from collections.abc import Iterator

import msgspec

from gongdan.domains.channels.mail.email.contents import rtf
from gongdan.domains.channels.mail.email.mime.charset import decode

MAGIC = bytes.fromhex("789f3e22")
MAX_FILES = 200
MAX_VALUES = 2_000

_BODY, _MAPI, _CODE_PAGE, _SUBJECT = 0x800C, 0x9003, 0x9007, 0x8004
_FILE_BEGINS, _FILE_TITLE, _FILE_DATA, _FILE_MAPI = 0x9002, 0x8010, 0x800F, 0x9005
_P_BODY, _P_RTF, _P_HTML, _P_SUBJECT = 0x1000, 0x1009, 0x1013, 0x0037
_P_DATA, _P_LONG_NAME, _P_NAME, _P_MEDIA, _P_CONTENT_ID = 0x3701, 0x3707, 0x3704, 0x370E, 0x3712
_FIXED = {0x02: 2, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 2, 0x14: 8, 0x40: 8, 0x48: 16}
_OBJECT, _BYTES, _TEXTS = 0x0D, 0x0102, (0x1E, 0x1F)


class TnefFile(msgspec.Struct, kw_only=True):
    name: str = ""
    media: str = ""
    content_id: str = ""
    payload: bytes = b""
    is_message: bool = False
    """The payload is a TNEF stream of its own: an attached mail."""


class Tnef(msgspec.Struct, kw_only=True):
    subject: str = ""
    text: str = ""
    html: str = ""
    files: list[TnefFile] = []
    is_cut: bool = False
    """Something follows that could not be read, or that a bound left out."""
    codec: str = "cp1252"


def is_tnef(media: str, name: str, payload: bytes) -> bool:
    named = media in ("application/ms-tnef", "application/vnd.ms-tnef") or name.lower() in ("winmail.dat", "win.dat")
    return named and payload.startswith(MAGIC)


def read(raw: bytes) -> Tnef:
    """What a stream holds. Never raises; what is broken ends it, with ``is_cut``."""
    found = Tnef()
    for key, value in _attributes(raw, found):
        if key == _CODE_PAGE:
            found.codec = _codec(int.from_bytes(value[:4], "little"))
        elif key == _SUBJECT:
            found.subject = found.subject or _text(value, found.codec)
        elif key == _BODY:
            found.text = found.text or _text(value, found.codec)
        elif key == _MAPI:
            _take_message(value, found)
        elif key == _FILE_BEGINS:
            found.files.append(TnefFile())
        elif found.files:
            _take_file(key, value, found)
    found.is_cut |= len(found.files) > MAX_FILES
    del found.files[MAX_FILES:]
    return found


def _attributes(raw: bytes, found: Tnef) -> Iterator[tuple[int, bytes]]:
    """(id, value) of each attribute: level, id, type, length, value, check sum."""
    at = 6
    while at + 9 <= len(raw):
        key = int.from_bytes(raw[at + 1 : at + 3], "little")
        size = int.from_bytes(raw[at + 5 : at + 9], "little")
        if raw[at] not in (1, 2) or at + 9 + size > len(raw):
            found.is_cut = True
            return
        yield key, raw[at + 9 : at + 9 + size]
        at += 11 + size


def _take_message(value: bytes, found: Tnef) -> None:
    for key, held in _properties(value, found):
        if key == _P_SUBJECT:
            found.subject = held if isinstance(held, str) else found.subject
        elif key == _P_BODY and isinstance(held, str):
            found.text = held or found.text
        elif key == _P_HTML:
            found.html = held if isinstance(held, str) else decode(held, found.codec)[0]
        elif key == _P_RTF and isinstance(held, bytes) and not found.text:
            found.text = rtf.to_text(rtf.unpacked(held))


def _take_file(key: int, value: bytes, found: Tnef) -> None:
    file = found.files[-1]
    if key == _FILE_TITLE:
        file.name = file.name or _text(value, found.codec)
    elif key == _FILE_DATA:
        file.payload = file.payload or value
    elif key == _FILE_MAPI:
        for name, held in _properties(value, found):
            if name == _P_DATA and isinstance(held, bytes) and not file.payload:
                file.is_message = held[16 : 16 + len(MAGIC)] == MAGIC
                file.payload = held[16:] if file.is_message else held
            elif isinstance(held, str):
                _name(file, name, held)


def _name(file: TnefFile, key: int, text: str) -> None:
    if key == _P_LONG_NAME or (key == _P_NAME and not file.name):
        file.name = text or file.name
    elif key == _P_MEDIA:
        file.media = text
    elif key == _P_CONTENT_ID:
        file.content_id = text.strip("<>")


def _properties(raw: bytes, found: Tnef) -> Iterator[tuple[int, str | bytes]]:
    """(property, value) of the textual and binary properties of a MAPI block."""
    count, at = int.from_bytes(raw[:4], "little"), 4
    for _ in range(min(count, MAX_VALUES)):
        if at + 4 > len(raw):
            return
        kind, key = int.from_bytes(raw[at : at + 2], "little"), int.from_bytes(raw[at + 2 : at + 4], "little")
        at += 4
        if key >= 0x8000:
            at = _behind_name(raw, at)
        many, kind = bool(kind & 0x1000), kind & 0xEFFF
        if kind in _FIXED:
            values = int.from_bytes(raw[at : at + 4], "little") if many else 1
            at += 4 * many + max(_FIXED[kind], 4) * values
            continue
        if kind not in (_OBJECT, _BYTES, *_TEXTS):
            found.is_cut = True
            return
        values, at = int.from_bytes(raw[at : at + 4], "little"), at + 4
        for _ in range(min(values, MAX_VALUES)):
            size = int.from_bytes(raw[at : at + 4], "little")
            value, at = raw[at + 4 : at + 4 + size], at + 4 + (size + 3) // 4 * 4
            yield key, _value(kind, value, found.codec)
            if at >= len(raw):
                break


def _behind_name(raw: bytes, at: int) -> int:
    """Named properties carry a GUID, and a number or a name."""
    kind = int.from_bytes(raw[at + 16 : at + 20], "little")
    size = int.from_bytes(raw[at + 20 : at + 24], "little")
    return at + 24 if kind == 0 else at + 24 + (size + 3) // 4 * 4


def _value(kind: int, value: bytes, codec: str) -> str | bytes:
    if kind == 0x1F:
        return value.decode("utf-16-le", "replace").rstrip("\x00")
    return _text(value, codec) if kind == 0x1E else value


def _text(value: bytes, codec: str) -> str:
    return decode(value.rstrip(b"\x00"), codec)[0]


def _codec(page: int) -> str:
    pages = {936: "gb18030", 950: "big5hkscs", 932: "cp932", 949: "cp949", 65001: "utf-8"}
    return pages.get(page, f"cp{page}" if 1250 <= page <= 1258 else "cp1252")
