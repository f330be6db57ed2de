"""What other domains may use of files."""

from datetime import datetime

import msgspec

from gongdan.domains.files import links
from gongdan.domains.files.keep import MOST, KeptFile, add, keep
from gongdan.domains.files.kinds import is_picture
from gongdan.domains.files.lookup import DraftFile, MessageFile, Uploaded, drafted, of_messages, uploaded
from gongdan.domains.files.quotas import Quota, of_outsiders, prune_uses
from gongdan.domains.files.sweeping import BYTES, OWNER, erase_files, sweeping
from gongdan.infra.http.bodies import Answer


class FileRef(Answer, frozen=True):
    """A file as a reader gets it: ``url`` is signed for them and expires."""

    id: str
    """Of an upload: what attaches it. Of a message's file: what tells it from others."""
    name: str
    type: str
    size: int
    url: str
    inline: bool = False
    """The message's HTML shows it in place, as ``cid:`` and its ``content_id``; all others are listed beside it."""
    content_id: str | None = None
    """Of a part of a mail. An address ``cid:…`` names it once it is percent-decoded."""


class Visitor(msgspec.Struct, frozen=True):
    """Who comes for files: somebody signed in, somebody behind the link to one ticket, or a guest."""

    workspace_id: int
    person_id: int | None
    bearer: str
    """In which capacity (``links``)."""
    quotas: tuple[Quota, ...] = ()
    """What the uploads of somebody from outside are charged to; the staff's are not."""


def file_ref(found: MessageFile, *, key: bytes, reader: Visitor, now: datetime) -> FileRef:
    """A file of a message, for a reader of that message. ``key`` is the installation's secret."""
    return FileRef(
        id=links.shown_id(key, reader.workspace_id, found.id),
        name=found.name,
        type=found.type,
        size=found.size,
        url=links.address(key, reader.workspace_id, found.id, found.name, bearer=reader.bearer, now=now),
        inline=found.inline,
        content_id=found.content_id,
    )


def draft_ref(found: DraftFile, workspace_id: int, *, key: bytes, bearer: str, now: datetime) -> FileRef:
    """A file of a draft, for its author, who attaches it by its id."""
    url = links.address(key, workspace_id, found.id, found.name, bearer=bearer, now=now)
    return FileRef(id=found.key, name=found.name, type=found.type, size=found.size, url=url, content_id=found.key)


__all__ = [
    "BYTES",
    "MOST",
    "OWNER",
    "FileRef",
    "KeptFile",
    "MessageFile",
    "Uploaded",
    "Visitor",
    "add",
    "draft_ref",
    "drafted",
    "erase_files",
    "file_ref",
    "is_picture",
    "keep",
    "of_messages",
    "of_outsiders",
    "prune_uses",
    "sweeping",
    "uploaded",
]
