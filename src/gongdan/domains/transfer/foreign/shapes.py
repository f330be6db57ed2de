"""A ticket as another system told it, in one form for all of them; and documents as files hold them. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from gongdan.domains.bundle.workflows import Phase

MOST_BYTES: Final = 200 * 1024 * 1024
"""Of one file."""
LONGEST: Final = 100_000
"""Signs of a message; what is longer is cut."""


class ForeignPerson(msgspec.Struct, frozen=True, kw_only=True):
    name: str = ""
    mail: str = ""
    phone: str = ""
    is_agent: bool = False


class ForeignMessage(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    author: ForeignPerson | None
    is_agent: bool
    internal: bool
    text: str
    html: str | None = None
    files: Sequence[str] = ()
    """Names of what is attached to it; the files themselves are not in the export."""


class ForeignTicket(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    title: str
    requester: ForeignPerson
    assignee: ForeignPerson | None = None
    group: str = ""
    phase: Phase
    urgency: float | None = None
    """From 0, the most urgent, to 1."""
    tags: Sequence[str] = ()
    created_at: datetime | None = None
    first_response_at: datetime | None = None
    resolved_at: datetime | None = None
    closed_at: datetime | None = None
    rating: int | None = None
    messages: Sequence[ForeignMessage] = ()


Document = Mapping[str, Any]
ReadForeign = Callable[[Sequence[bytes], str], list[ForeignTicket]]
"""(files, zone of times without one) → tickets; raises ``NoExport``."""


class NoExport(Exception):
    """A file is not what its system gives out; says why, in a few words."""


def documents(raw: bytes) -> Iterator[Any]:
    """A file is one JSON document, or one in each line.

    Raises:
        NoExport: it is neither, or too large.
    """
    if len(raw) > MOST_BYTES:
        raise NoExport(f"more than {MOST_BYTES // 2**20} MB")
    text = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        yield msgspec.json.decode(text)
        return
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield msgspec.json.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as fault:
                raise NoExport(f"line {number} is no JSON") from fault


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; whatever else there is is none."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def text(one: Document, *names: str) -> str:
    """The first of the members that says anything, as text."""
    for name in names:
        value = one.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()[:LONGEST]
    return ""


def files_of(one: Document) -> list[str]:
    """The names of what is attached to a message."""
    return [text(file, "file_name", "filename", "name") or "?" for file in objects(one.get("attachments"))]


def time(one: Document, *names: str) -> datetime | None:
    """The first of the members that is an instant, as JSON writes them."""
    for name in names:
        try:
            found = datetime.fromisoformat(str(one.get(name) or ""))
        except ValueError:
            continue
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    return None
