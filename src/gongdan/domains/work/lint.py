"""The sections of the policy that work owns, and what can be wrong with them. Pure."""

from collections.abc import Iterator

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Finding, Section, Surroundings
from gongdan.domains.bundle.types import Checklist, WorkKind


def lint_checklists(bundle: PolicyBundle, around: Surroundings) -> Iterator[Finding]:
    """A list that binds asks for something; what the promises fill in can be explained."""
    binding = {kind.checklist for kind in bundle.types if not kind.retired}
    for one in bundle.checklists:
        items = [item for item in one.items if not item.retired]
        if one.key in binding and (one.retired or not items):
            yield Finding(path=f"checklists.{one.key}.items", code="checklist_empty", severity="warning")
        for item in () if one.retired else items:
            if item.filled_by == "promises" and all(cause.retired for cause in item.causes):
                at = f"checklists.{one.key}.items.{item.key}.causes"
                yield Finding(path=at, code="causes_missing", severity="warning")


CHECKLISTS = Section(key="checklists", shape=Checklist, keys=("items", "items.causes"), lint=lint_checklists)
WORK_KINDS = Section(key="work_kinds", shape=WorkKind)
SECTIONS = (CHECKLISTS, WORK_KINDS)
