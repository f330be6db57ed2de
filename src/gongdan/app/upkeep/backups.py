"""When the last backup was made, kept beside the data."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

import msgspec

_NAME: Final = "last-backup.json"


class _Kept(msgspec.Struct, frozen=True):
    made_at: datetime


def note_backup(data: Path, made_at: datetime) -> None:
    """Remember it. A data directory that cannot be written to is no reason for a backup to fail."""
    with suppress(OSError):
        (data / _NAME).write_bytes(msgspec.json.encode(_Kept(made_at)))


def last_backup(data: Path) -> datetime | None:
    """None: none was made, or nobody knows."""
    try:
        return msgspec.json.decode((data / _NAME).read_bytes(), type=_Kept).made_at
    except (OSError, msgspec.MsgspecError):
        return None
