"""What happens to macros: in the log of the workspace. What a run does stands in the log of its ticket."""

from typing import Any, Final

from gongdan.kernel.events import Event


class MacroAdded(Event, frozen=True, kw_only=True, tag="workspace.macro_added"):
    key: str
    macro: dict[str, Any]


class MacroEdited(Event, frozen=True, kw_only=True, tag="workspace.macro_changed"):
    """``before`` and ``after`` hold the members that changed."""

    key: str
    before: dict[str, Any]
    after: dict[str, Any]


class MacroRemoved(Event, frozen=True, kw_only=True, tag="workspace.macro_removed"):
    key: str
    macro: dict[str, Any]


ALL: Final = (MacroAdded, MacroEdited, MacroRemoved)
