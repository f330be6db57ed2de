"""What can happen to a workspace's policy. The bundle itself stands in ``policy_release``."""

from typing import Final

from gongdan.kernel.events import Event


class ReleasePublished(Event, frozen=True, kw_only=True, tag="release.published"):
    number: int
    before: int
    note: str = ""
    rolled_back_to: int | None = None
    """The release whose bundle was published again, of a rollback."""


ALL: Final = (ReleasePublished,)
