"""The version check that rebases (spec 01, write path): a command with an older version is refused only if somebody
since touched what it sets, or, for words that go out, if the author has not seen a public message. Pure."""

from collections.abc import Iterable

import msgspec

from gongdan.domains.tickets.engine.subject import Subjects
from gongdan.domains.tickets.errors import VersionConflict
from gongdan.domains.tickets.subjects.messages import MESSAGES


class SinceThen(msgspec.Struct, frozen=True, kw_only=True):
    """An event that the author had not seen."""

    kind: str
    body: bytes | None
    actor_id: int | None
    name: str | None


def check(
    unseen: Iterable[SinceThen], wanted: frozenset[str], subjects: Subjects, *, author_id: int | None, version: int
) -> None:
    """Refuse a command if an unseen event touches what is ``wanted``; otherwise it is rebased. What one did oneself
    does not collide, except a message: it may be the same words, which would go out twice.

    Raises:
        VersionConflict: with what was touched, and by whom.
    """
    fields: set[str] = set()
    names: set[str] = set()
    messages = 0
    for one in unseen:
        touched = subjects.touches(one.kind, one.body) if one.body is not None else frozenset[str]()
        messages += touched == MESSAGES
        touched &= wanted
        if author_id is not None and one.actor_id == author_id:
            touched &= MESSAGES
        if touched:
            fields |= touched
            names |= {one.name} if one.name else set()
    if fields:
        raise VersionConflict(version=version, fields=sorted(fields), by=sorted(names), messages=messages)
