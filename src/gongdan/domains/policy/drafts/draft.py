"""The draft as it stands: what is drafted, whether it can be read, what would be published. Pure, but for its query."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section.stored import read
from gongdan.domains.policy.drafts.merging import Clash, merge
from gongdan.domains.policy.errors import NoSuchSection
from gongdan.domains.policy.releases.reading import bundle_of
from gongdan.domains.policy.sections import Sections
from gongdan.infra.db.tx import Query, ReadTx

State = Literal["release", "draft", "unusable", "gone"]
"""``unusable``: this process cannot read it, since another version wrote it; ``gone``: it knows no such section."""

TYPES: Mapping[str, Any] = {field.name: field.type for field in msgspec.structs.fields(PolicyBundle)}


class DraftRow(msgspec.Struct, frozen=True, kw_only=True):
    section: str
    body: Any
    base_release: int
    author_id: int | None
    updated_at: datetime
    is_overtaken: bool
    """Whether a release that was published since the draft was begun changed the section."""
    base: Any
    """The section as the draft was begun on it, of what is overtaken; None: there was nothing in it."""


class DraftPart(msgspec.Struct, frozen=True, kw_only=True):
    """A section with its draft."""

    row: DraftRow
    state: State
    value: Any
    """As it would be published: on top of the release in force. Where the two clash, it has what is drafted. None: it
    cannot be used."""
    own: Any = None
    """As it is drafted."""
    base: Any = None
    """What it was drafted on."""
    released: Any = None
    """As the release in force has it."""
    clashes: tuple[Clash, ...] = ()
    version: int


class Draft(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    release: int
    before: PolicyBundle
    """The release in force."""
    parts: tuple[DraftPart, ...]

    @cached_property
    def after(self) -> PolicyBundle:
        """What would be published, as far as it can be read."""
        return replace(self.before, **{one.row.section: one.value for one in self.parts if one.state == "draft"})

    @property
    def version(self) -> int:
        """Of the whole: another section, another text or another release makes another one."""
        return fingerprint([self.release, *([one.row.section, one.version] for one in self.parts)])

    def part(self, section: str) -> DraftPart | None:
        return next((one for one in self.parts if one.row.section == section), None)

    def version_of(self, section: str) -> int:
        """Of a section, as it would be published."""
        part = self.part(section)
        return part.version if part else fingerprint(msgspec.to_builtins(getattr(self.before, section)))

    @property
    def useless(self) -> list[str]:
        """Sections whose draft cannot be published."""
        return [one.row.section for one in self.parts if one.state != "draft"]

    @property
    def clashing(self) -> list[str]:
        """Sections in which the release and the draft changed the same entries."""
        return [one.row.section for one in self.parts if one.clashes]


def fingerprint(value: Any) -> int:
    """Of what is written, not of when: whoever saw the same text saw the same version."""
    digest = hashlib.sha256(msgspec.json.encode(value, order="deterministic")).digest()
    return int.from_bytes(digest[:8]) % 10**9


def as_it_was(sent: Any, tidied: Any, present: Any) -> Any:
    """``tidied``, but where nothing else was ``sent`` than is ``present``: an edit touches only what it changes, though
    what stands beside it was written another way."""
    if sent == present:
        return present
    if isinstance(tidied, msgspec.Struct) and type(sent) is type(tidied) is type(present):
        names = tidied.__struct_fields__
        return replace(
            tidied,
            **{name: as_it_was(getattr(sent, name), getattr(tidied, name), getattr(present, name)) for name in names},
        )
    if isinstance(tidied, tuple) and isinstance(present, tuple) and all(hasattr(one, "key") for one in tidied):
        old = {getattr(one, "key", None): one for one in present}
        return tuple(as_it_was(was, one, old.get(one.key)) for was, one in zip(sent, tidied, strict=True))
    return tidied


def known_section(section: str, sections: Sections) -> str:
    """Raises: NoSuchSection."""
    if section not in sections.by_key:
        raise NoSuchSection(section=section)
    return section


def rows_query() -> Query[DraftRow]:
    """The drafted sections; a workspace has no more than the bundle has members. By primary keys."""
    return Query(
        DraftRow,
        """
        select d.section, d.body, d.base_release, d.author_id, d.updated_at, o.is_overtaken,
               case when o.is_overtaken then b.bundle -> d.section end as base
          from policy_draft d
          join workspace w on w.id = d.workspace_id
          left join policy_release b on b.workspace_id = d.workspace_id and b.number = d.base_release
          left join policy_release c on c.workspace_id = d.workspace_id and c.number = w.current_release
         cross join lateral (
               select d.base_release < w.current_release
                        and (b.bundle -> d.section) is distinct from (c.bundle -> d.section) as is_overtaken
               ) o
         where d.workspace_id = %(workspace)s
         order by d.section
        """,
        {},
    )


async def draft_of(tx: ReadTx, rows: list[DraftRow], release: int, sections: Sections) -> Draft:
    """The draft on top of the release in force. What the release made true is no part of it any more."""
    before = await bundle_of(tx, release) if release else PolicyBundle()
    parts = [part_of(row, before, sections) for row in rows]
    kept = [one for one in parts if one.clashes or one.state != "draft" or one.value != one.released]
    ordered = sorted(kept, key=lambda one: _place(one.row.section, sections))
    return Draft(release=release, before=before, parts=tuple(ordered))


def _place(section: str, sections: Sections) -> int:
    """In the order of the sections; what is gone stands last."""
    return next((n for n, one in enumerate(sections.all) if one.key == section), len(sections.all))


def part_of(row: DraftRow, before: PolicyBundle, sections: Sections) -> DraftPart:
    own = value_of(row, sections)
    if own is None:
        state: State = "unusable" if row.section in sections.by_key else "gone"
        return DraftPart(row=row, state=state, value=None, version=fingerprint(row.body))
    base = base_of(row, before)
    released = getattr(before, row.section)
    merged = merge(base, own, released)
    plain = msgspec.to_builtins(merged.value)
    clashes = msgspec.to_builtins(merged.clashes)
    return DraftPart(
        row=row,
        state="draft",
        value=merged.value,
        own=own,
        base=base,
        released=released,
        clashes=merged.clashes,
        version=fingerprint([plain, clashes] if clashes else plain),
    )


def value_of(row: DraftRow, sections: Sections) -> Any:
    """What is drafted; None: it cannot be read. It is read strictly: what this process does not know would be lost when
    it is published."""
    if row.section not in sections.by_key:
        return None
    try:
        return msgspec.convert(row.body, TYPES[row.section])
    except msgspec.ValidationError:
        return None


def base_of(row: DraftRow, before: PolicyBundle) -> Any:
    """The section as the draft was begun on it. What cannot be read any more is nothing: then all that differs clashes,
    and nothing is lost."""
    if not row.is_overtaken:
        return getattr(before, row.section)
    try:
        bundle = read({} if row.base is None else {row.section: row.base}, PolicyBundle)
    except msgspec.ValidationError:
        bundle = PolicyBundle()
    return getattr(bundle, row.section)
