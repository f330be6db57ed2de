"""What happens to canned replies: in the log of the workspace."""

from typing import Any, Final

from gongdan.kernel.events import Event


class CannedReplyAdded(Event, frozen=True, kw_only=True, tag="workspace.canned_reply_added"):
    key: str
    reply: dict[str, Any]


class CannedReplyChanged(Event, frozen=True, kw_only=True, tag="workspace.canned_reply_changed"):
    """``before`` and ``after`` hold the members that changed."""

    key: str
    before: dict[str, Any]
    after: dict[str, Any]


class CannedReplyRemoved(Event, frozen=True, kw_only=True, tag="workspace.canned_reply_removed"):
    key: str
    reply: dict[str, Any]


ALL: Final = (CannedReplyAdded, CannedReplyChanged, CannedReplyRemoved)
