"""Files of a mail: their names as they may be shown and saved."""

import re

import msgspec

from gongdan.domains.channels.mail.email.mime.headers import lost, message_ids, words
from gongdan.domains.channels.mail.email.mime.parts import MimePart, split
from gongdan.kernel.text import label

MAX_FILE_NAME = 255
MESSAGES = frozenset(("message/rfc822", "message/global", "message/partial"))

_FILE_NAME_TRASH = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    """Safe to show and to save: no path, no control or direction mark; made up from the type where there was none."""
    type: str
    content_id: str | None
    size: int
    payload: bytes
    is_named: bool = True
    """Whether the mail gave it a name. One without is worth keeping only for its content."""


def name_of(part: MimePart, options: dict[str, str]) -> str:
    """The name that a part gives its file: of the two places for it the first, unless that one lost characters."""
    first, second = options.get("filename") or "", part.params.get("name") or ""
    return second if second and (not first or lost(second) < lost(first)) else first


def of_part(part: MimePart, name: str) -> Attachment:
    content_id = next(iter(message_ids(part.raw("content-id"))), None)
    payload = part.payload()
    is_named = bool(name)
    if part.type in MESSAGES and not name:
        name = f"{words(split(payload).raw('subject') or b'')[:80] or 'message'}.eml"
        is_named = True
    return made(name, part.type, payload, content_id=content_id, is_named=is_named)


def made(name: str, media: str, payload: bytes, *, content_id: str | None = None, is_named: bool = True) -> Attachment:
    return Attachment(
        name=file_name(name, media),
        type=media,
        content_id=content_id,
        size=len(payload),
        payload=payload,
        is_named=is_named,
    )


def file_name(name: str, media: str) -> str:
    clean = _FILE_NAME_TRASH.sub("_", label(name)).strip(". _") or f"file.{_EXTENSIONS.get(media, 'bin')}"
    if len(clean) <= MAX_FILE_NAME:
        return clean
    stem, dot, extension = clean.rpartition(".")
    return stem[: MAX_FILE_NAME - 21] + dot + extension[:20] if dot else clean[:MAX_FILE_NAME]


_EXTENSIONS = {
    "application/ms-tnef": "dat",
    "application/pdf": "pdf",
    "application/pkcs7-mime": "p7m",
    "application/x-pkcs7-mime": "p7m",
    "application/pkcs7-signature": "p7s",
    "application/x-pkcs7-signature": "p7s",
    "application/pgp-signature": "asc",
    "application/zip": "zip",
    "image/gif": "gif",
    "image/jpeg": "jpg",
    "image/png": "png",
    "message/delivery-status": "txt",
    "message/rfc822": "eml",
    "text/calendar": "ics",
    "text/csv": "csv",
    "text/html": "html",
    "text/plain": "txt",
    "text/rfc822-headers": "txt",
    "text/vcard": "vcf",
    "text/x-vcard": "vcf",
}
