"""What other domains may use of files."""

from datetime import datetime

import msgspec

from gongdan.domains.files import links
from gongdan.domains.files.keep import MOST, Kept, add, keep
from gongdan.domains.files.kinds import is_picture
from gongdan.domains.files.links import guest_id, own_id
from gongdan.domains.files.lookup import MessageFile, Uploaded, of_messages, uploaded
from gongdan.domains.files.sweeping import OWNER, sweeping
from gongdan.infra.http.bodies import Answer


class FileRef(Answer, frozen=True):
    """A file as a reader gets it: ``url`` is signed for him and expires."""

    id: str
    name: str
    type: str
    size: int
    url: str
    inline: bool = False
    """The message's HTML shows it in place, as ``cid:`` and its ``content_id``; all others are listed beside it."""
    content_id: str | None = None
    """Of a part of a mail. An address ``cid:…`` names it once it is percent-decoded."""


class Visitor(msgspec.Struct, frozen=True):
    """Who comes for files: somebody signed in, or a guest."""

    workspace_id: int
    person_id: int | None


def file_ref(found: MessageFile, *, key: bytes, reader: Visitor, now: datetime) -> FileRef:
    """A file of a message, for a reader of that message. ``key`` is the installation's secret."""
    return FileRef(
        id=str(found.id),
        name=found.name,
        type=found.type,
        size=found.size,
        url=links.address(key, reader.workspace_id, found.id, found.name, reader_id=reader.person_id, now=now),
        inline=found.inline,
        content_id=found.content_id,
    )


__all__ = [
    "MOST",
    "OWNER",
    "FileRef",
    "Kept",
    "MessageFile",
    "Uploaded",
    "Visitor",
    "add",
    "file_ref",
    "guest_id",
    "is_picture",
    "keep",
    "of_messages",
    "own_id",
    "sweeping",
    "uploaded",
]
