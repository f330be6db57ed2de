"""What people choose about notices."""

from typing import Final

from gongdan.kernel.events import Event


class NoticesChosen(Event, frozen=True, kw_only=True, tag="person.notices_chosen"):
    """Somebody chose how they are told. Where, as ``<meaning>.<channel>``; what is named in neither is as the workspace
    has it."""

    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    quiet: tuple[str, str] | None = None
    days: tuple[int, ...] = ()
    digest: str = "off"
    digest_at: str | None = None


class NoticeDefaultsSet(Event, frozen=True, kw_only=True, tag="workspace.notice_defaults_set"):
    """An administrator set how members are told who have not chosen."""

    before: dict[str, bool] = {}
    """``<meaning>.<channel>`` → on or off, where it differs from what the meaning itself says."""
    after: dict[str, bool] = {}


ALL: Final = (
    NoticesChosen,
    NoticeDefaultsSet,
)
