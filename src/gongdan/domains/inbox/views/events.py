"""What happens to views: in the log of the workspace."""

from typing import Any, Final

from gongdan.kernel.events import Event


class ViewAdded(Event, frozen=True, kw_only=True, tag="workspace.view_added"):
    key: str
    view: dict[str, Any]


class ViewChanged(Event, frozen=True, kw_only=True, tag="workspace.view_changed"):
    """``before`` and ``after`` hold the members that changed."""

    key: str
    before: dict[str, Any]
    after: dict[str, Any]


class ViewRemoved(Event, frozen=True, kw_only=True, tag="workspace.view_removed"):
    key: str
    view: dict[str, Any]


class ViewsArranged(Event, frozen=True, kw_only=True, tag="workspace.views_arranged"):
    """In which order one person has their views, and which they do not want to see."""

    person_id: int
    before: dict[str, Any]
    after: dict[str, Any]


ALL: Final = (
    ViewAdded,
    ViewChanged,
    ViewRemoved,
    ViewsArranged,
)
