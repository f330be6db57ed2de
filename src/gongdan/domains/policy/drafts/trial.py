"""The policy as it would be once the draft is published: for whoever wants to see what it does before it is."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.checking.telling import told
from gongdan.domains.policy.drafts.draft import draft_of, rows_query
from gongdan.domains.policy.errors import LintFailed
from gongdan.domains.policy.releases.publishing import check, check_size
from gongdan.domains.policy.releases.reading import surroundings
from gongdan.domains.policy.sections import Sections
from gongdan.infra.db.tx import ReadTx


async def on_trial(
    tx: ReadTx, release: int, sections: Sections, now: datetime, edited: Mapping[str, Sequence[Any]]
) -> PolicyBundle:
    """The release with the draft, and with the entries of ``edited`` (section → entries) in the place of those with
    their keys, or beside them.

    Raises:
        LintFailed: it has errors, so that nothing can be said of it.
        BundleTooLarge.
    """
    (rows,) = await tx.gather(rows_query())
    draft = await draft_of(tx, rows, release, sections)
    after = sections.retiring(draft.after, draft.before)
    after = replace(after, **{key: _with(getattr(after, key), entries) for key, entries in edited.items()})
    check_size(after)
    findings = check(after, sections, await surroundings(tx, now), draft.before)
    if errors := [one for one in findings if one.severity == "error"]:
        raise LintFailed(findings=[msgspec.to_builtins(told(one)) for one in errors])
    return after


async def as_drafted(tx: ReadTx, release: int, sections: Sections) -> PolicyBundle:
    """The release with the draft as far as it can be read, whatever is wrong with it."""
    (rows,) = await tx.gather(rows_query())
    return (await draft_of(tx, rows, release, sections)).after


def _with(entries: Sequence[Any], edited: Sequence[Any]) -> tuple[Any, ...]:
    new = {one.key: one for one in edited}
    return (*(new.pop(one.key, one) for one in entries), *new.values())
