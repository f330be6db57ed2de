"""What can happen around imports. What a row changes stands in the stream of whom it concerns, via ``import``."""

from typing import Final

from gongdan.kernel.events import Event


class ImportStarted(Event, frozen=True, kw_only=True, tag="workspace.import_started"):
    """Somebody has the rows of a file carried out."""

    import_id: int
    import_kind: str
    file: str
    rows: int
    operation_id: int
    invites: bool = False
    """Members whom it brings in are sent a link to choose a password."""


ALL: Final = (ImportStarted,)
