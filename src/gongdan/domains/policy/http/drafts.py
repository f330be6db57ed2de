"""The draft of the policy: reading, changing, discarding and publishing it."""

from typing import Annotated, Any

import msgspec
from litestar import delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter
from msgspec.structs import replace

from gongdan.domains.accounts.public import Authority, actor
from gongdan.domains.policy import shapes
from gongdan.domains.policy.drafts import commands, views
from gongdan.domains.policy.drafts.draft import TYPES, Draft, draft_of, known_section, rows_query
from gongdan.domains.policy.drafts.remapping import CATEGORIES
from gongdan.domains.policy.sections import Sections
from gongdan.infra.db.tx import Database, ReadTx
from gongdan.infra.http.guard import needs
from gongdan.infra.http.reading.body import Faulty, read
from gongdan.kernel import clock
from gongdan.kernel.errors import Invalid
from gongdan.kernel.events import Via

PathSection = Annotated[str, PathParameter(max_length=63)]
_READS = needs("staff", "policy.edit")
_EDITS = needs("staff", "policy.edit", scope="admin")


async def _draft(tx: ReadTx, authority: Authority, sections: Sections) -> Draft:
    (rows,) = await tx.gather(rows_query())
    return await draft_of(tx, rows, authority.release, sections)


@get("/policy/draft", operation_id="getDraft", tags=["policy"], opt=_READS)
async def get_draft(
    authority: NamedDependency[Authority], db: NamedDependency[Database], sections: NamedDependency[Sections]
) -> shapes.DraftView:
    """What is drafted: what it would change, in sentences, and what is wrong with it."""
    async with db.read(authority.workspace_id) as tx:
        return await views.draft_view(tx, await _draft(tx, authority, sections), sections, authority, clock.now())


@get("/policy/draft/{section:str}", operation_id="getDraftSection", tags=["policy"], opt=_READS)
async def get_section(
    section: PathSection,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
) -> shapes.SectionView:
    """A section as it would be: as it is drafted, else as the release has it."""
    async with db.read(authority.workspace_id) as tx:
        return views.section_view(await _draft(tx, authority, sections), section, sections, authority)


@put("/policy/draft/{section:str}", operation_id="draftSection", tags=["policy"], opt=_EDITS)
async def draft_section(
    section: PathSection,
    data: JSONBody[shapes.DraftSection],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> shapes.SectionView:
    """Draft a section. What is as the release has it is no draft any more. With a ``base``, what somebody else changed
    of other entries stays. 412 with both sides when they changed the same ones."""
    value, tidied = _read(known_section(section, sections), data.value, "value")
    base = None if data.base is None else _read(section, data.base, "base")[0]
    sent = commands.DraftWish(value=value, tidied=tidied, base=base, choices=data.choices, seen=seen)
    now, by = clock.now(), actor(authority, via)
    async with db.write(authority.workspace_id) as tx:
        draft = await commands.change(tx, section, sent, sections, by=authority, actor=by, now=now)
    return views.section_view(draft, section, sections, authority)


@put("/policy/draft/{section:str}/choices", operation_id="settleDraftSection", tags=["policy"], opt=_EDITS)
async def settle_section(
    section: PathSection,
    data: JSONBody[shapes.SettleDraft],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> shapes.SectionView:
    """Choose between the draft and what a release since says of the same entries, for all that clash. Where nothing
    does, nothing happens."""
    now, by = clock.now(), actor(authority, via)
    async with db.write(authority.workspace_id) as tx:
        draft = await commands.settle(tx, section, data.choices, sections, seen=seen, by=authority, actor=by, now=now)
    return views.section_view(draft, section, sections, authority)


@post(
    "/policy/draft/merges",
    status_code=200,
    operation_id="mergeCategory",
    tags=["policy"],
    opt=_EDITS,
)
async def merge_category(
    data: JSONBody[shapes.MergeCategory],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    via: NamedDependency[Via],
) -> shapes.SectionView:
    """Draft that a category is retired and another takes its place, in the tree and wherever the policy names it. Once
    it is published, tickets that are not closed follow, as an operation of whoever published; nobody is told. Merging
    it there again changes nothing."""
    now, by = clock.now(), actor(authority, via)
    async with db.write(authority.workspace_id) as tx:
        draft = await commands.merge_category(
            tx, data.key, data.into, data.below, sections, by=authority, actor=by, now=now
        )
    return views.section_view(draft, CATEGORIES, sections, authority)


@delete("/policy/draft/{section:str}", status_code=204, operation_id="discardSection", tags=["policy"], opt=_EDITS)
async def discard_section(
    section: PathSection,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> None:
    """Take a section back to the release."""
    now, by = clock.now(), actor(authority, via)
    async with db.write(authority.workspace_id) as tx:
        await commands.discard(tx, section, sections, seen=seen, by=authority, actor=by, now=now)


@delete("/policy/draft", status_code=204, operation_id="discardDraft", tags=["policy"], opt=_EDITS)
async def discard_draft(
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> None:
    """Take everything back to the release."""
    now, by = clock.now(), actor(authority, via)
    async with db.write(authority.workspace_id) as tx:
        await commands.discard_all(tx, sections, seen=seen, by=authority, actor=by, now=now)


@post(
    "/policy/draft/publish",
    status_code=201,
    operation_id="publishDraft",
    tags=["policy"],
    opt=needs("staff", "policy.publish", scope="admin"),
)
async def publish_draft(
    data: JSONBody[shapes.PublishDraft],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    via: NamedDependency[Via],
    seen: NamedDependency[int | None],
) -> shapes.PublishedAnswer:
    """Publish what is drafted on top of the release in force; all else stays as it is there."""
    now, by = clock.now(), actor(authority, via)
    async with db.write(authority.workspace_id) as tx:
        number = await commands.publish_draft(tx, sections, note=data.note, seen=seen, actor=by, now=now)
    return shapes.PublishedAnswer(release=number)


def _read(section: str, value: Any, member: str) -> tuple[Any, Any]:
    """A section as it was sent, and with its texts tidied.

    Raises:
        Invalid: it is not as the section's shape, with every fault.
    """
    try:
        tidied = read(value, TYPES[section])
        return msgspec.convert(value, TYPES[section]), tidied
    except Faulty as faulty:
        places = (replace(one, field=_below(member, one.field)) for one in faulty.faults)
        raise Invalid(faults=tuple(places)) from None
    except msgspec.ValidationError:
        return tidied, tidied


def _below(member: str, field: str) -> str:
    return f"{member}{'' if field.startswith('[') or not field else '.'}{field}"


handlers = [
    get_draft,
    get_section,
    draft_section,
    settle_section,
    merge_category,
    discard_section,
    discard_draft,
    publish_draft,
]
