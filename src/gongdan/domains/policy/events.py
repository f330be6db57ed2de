"""What can happen to a workspace's policy. The bundle itself stands in ``policy_release``."""

from typing import Any, Final

import msgspec

from gongdan.kernel.events import Event


class ReleasePublished(Event, frozen=True, kw_only=True, tag="release.published"):
    number: int
    before: int
    note: str = ""
    rolled_back_to: int | None = None
    """The release whose bundle was published again, of a rollback."""
    drafted: tuple[str, ...] = ()
    """The sections that came from the draft; none: a whole bundle was published."""


class DraftEdit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One difference, as ``policy/changes`` finds it. Long values are left out."""

    path: str
    change: str
    before: Any = None
    after: Any = None


class DraftChanged(Event, frozen=True, kw_only=True, tag="release.draft_changed"):
    section: str
    base: int
    """The release in force."""
    edits: tuple[DraftEdit, ...] = ()
    """What it says otherwise than before; the first hundred of ``count``."""
    count: int = 0


class DraftDiscarded(Event, frozen=True, kw_only=True, tag="release.draft_discarded"):
    section: str
    base: int
    """The release that the draft was begun on."""
    edits: tuple[DraftEdit, ...] = ()
    """What was drafted; the first hundred of ``count``. None of a draft that could not be read."""
    count: int = 0


class DraftSettled(Event, frozen=True, kw_only=True, tag="release.draft_settled"):
    section: str
    base: int
    """The release that the draft was begun on."""
    onto: int
    """The release with which it clashed."""
    choices: dict[str, str] = {}
    """Key → ``yours``: what was drafted; ``theirs``: what the release said."""
    edits: tuple[DraftEdit, ...] = ()
    """What was drafted (``after``) otherwise than the release said (``before``); the first hundred of ``count``."""
    count: int = 0


ALL: Final = (ReleasePublished, DraftChanged, DraftSettled, DraftDiscarded)
