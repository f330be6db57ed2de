"""What becomes of the draft when a release is published beside it."""

from collections.abc import Sequence

from msgspec.structs import replace

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.drafts.draft import DraftRow, base_of, value_of
from gongdan.domains.policy.drafts.merging import merge
from gongdan.domains.policy.sections import Sections
from gongdan.infra.db.tx import Tx


def rebase(
    tx: Tx, rows: Sequence[DraftRow], before: PolicyBundle, after: PolicyBundle, number: int, sections: Sections
) -> None:
    """Put what is drafted on top of the release ``number``; ``before`` was in force. What the release made true is no
    draft any more. What clashes, and what this process cannot read, stays as it was drafted."""
    for row in rows:
        section, value = row.section, value_of(row, sections)
        if value is None:
            continue
        released = getattr(after, section)
        merged = merge(base_of(row, before), value, released)
        key = {"workspace_id": tx.workspace_id, "section": section}
        if merged.clashes:
            continue
        if sections.retiring(replace(after, **{section: merged.value}), after) == after:
            tx.keep("policy_draft", key, None)
        else:
            stored = {"body": merged.value, "base_release": number}
            tx.keep("policy_draft", key, stored | {"author_id": row.author_id, "updated_at": row.updated_at})
