"""What type bytes are of: read from the bytes, whatever their sender or their name declares (spec 08). Pure."""

import re
from typing import Final

import filetype

HEAD, TAIL = 8_192, 65_536
"""Bytes of the beginning and the end that tell a type. The directory of a zip archive stands at its end."""

UNKNOWN: Final = "application/octet-stream"

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_OPEN_XML: Final = {
    b"word/document.xml": f"{_OFFICE}.wordprocessingml.document",
    b"xl/workbook.xml": f"{_OFFICE}.spreadsheetml.sheet",
    b"ppt/presentation.xml": f"{_OFFICE}.presentationml.presentation",
}
_OPEN_DOCUMENT: Final = re.compile(rb"mimetype(application/(?:vnd\.oasis\.opendocument\.[a-z-]{1,40}|epub\+zip))")
_TEXTS: Final = {"csv": "text/csv", "md": "text/markdown", "json": "application/json", "log": "text/plain"}
_MARKUP: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|script|iframe|style|title|meta|table|div|img|br|p|a|h1|!--)[\s>/]", re.I
)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SHOWN: Final = {
    "image/png": "png apng",
    "image/apng": "png apng",
    "image/jpeg": "jpg jpeg jpe jfif",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/avif": "avif",
    "image/bmp": "bmp dib",
}
"""Pictures that browsers show, and the extensions of their names."""
_HEARD_NAMES: Final = (
    "mp3 m4a aac ogg oga opus wav flac amr mp4 m4v mov webm ogv avi mkv mpg mpeg wmv 3gp aif aiff mid midi"
)
_HEARD: Final = frozenset(_HEARD_NAMES.split())
_EXTENSION: Final = re.compile(r"\.([^.\s]{1,20})\s*$")
_LEADS: Final = ("audio/", "video/")


def type_of(head: bytes, tail: bytes, name: str) -> str:
    """The media type of a file with this beginning and end (``HEAD`` and ``TAIL`` bytes, all of a short one).

    ``name`` only tells one harmless text from another.
    """
    if head.startswith(b"PK\x03\x04"):
        return _archive(head, tail)
    if found := filetype.guess_mime(head):
        return str(found)
    text = _text(head)
    if text is None:
        return UNKNOWN
    if markup := _markup(text):
        return markup
    return _TEXTS.get(name.rpartition(".")[2].lower(), "text/plain")


PDF: Final = "application/pdf"


def is_shown(type_: str, name: str) -> bool:
    """Whether a browser may show it in place, a PDF in its own reader. All else is saved: pages and drawings run
    scripts, programs run.

    What is named otherwise than it is, is saved too: nobody should believe a name that is shown beside a picture.
    """
    named = _EXTENSION.search(name)
    if type_ in _SHOWN:
        return named is None or named[1].lower() in _SHOWN[type_].split()
    if type_ == PDF:
        return named is not None and named[1].lower() == "pdf"
    return type_.startswith(_LEADS) and (named is None or named[1].lower() in _HEARD)


def is_picture(type_: str) -> bool:
    """Whether a browser shows it where a page has an ``<img>``."""
    return type_ in _SHOWN


def _archive(head: bytes, tail: bytes) -> str:
    if named := _OPEN_DOCUMENT.search(head[:200]):
        return named[1].decode()
    for part, type_ in _OPEN_XML.items():
        if part in tail or part in head:
            return type_
    return "application/zip"


def _text(head: bytes) -> str | None:
    """The beginning as text, if it is one: UTF-8, UTF-16 with its mark, or GB 18030; the cut may split a character."""
    encodings = ("utf-16",) if head[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        for cut in range(4):
            try:
                text = head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return None if _CONTROLS.search(text) else text
    return None


def _markup(text: str) -> str | None:
    start = text.lstrip()[:1_024]
    if re.search(r"<(?:\w+:)?svg[\s>]", start, re.I):
        return "image/svg+xml"
    if _MARKUP.search(start):
        return "text/html"
    return "application/xml" if start.startswith("<?xml") else None
