"""Room on the disk that the data stand on. What may wait gives way first, so that the database never has to stop.

Three marks, in units of the operator's reserve (``GONGDAN_DISK_RESERVE_MB``): below two reserves no file is taken any
more and mailboxes are not read; below one the process says that it is not ready, and what is left is the database's.
"""

import shutil
from pathlib import Path
from typing import Final, Literal

import msgspec

from gongdan.kernel.errors import Refusal

MIB: Final = 1024 * 1024

State = Literal["roomy", "low", "full"]


class DiskFull(Refusal):
    """There is no room for a file. Nothing was kept of it; the database has its reserve."""

    code = "storage.disk_full"
    status = 507


class Disk(msgspec.Struct, frozen=True):
    """The disk that holds ``path``; ``reserve`` in bytes, 0 switches the watch off."""

    path: Path
    reserve: int

    def free(self) -> int:
        """Bytes that may still be written; where ``path`` does not exist yet, those of what holds it."""
        place = self.path
        while not place.exists() and place != place.parent:
            place = place.parent
        return shutil.disk_usage(place).free

    def state(self) -> State:
        """``low``: no more files. ``full``: the reserve is being used up."""
        free = self.free()
        if free < self.reserve:
            return "full"
        return "low" if free < 2 * self.reserve else "roomy"

    def require(self) -> None:
        """
        Raises:
            DiskFull: there is no room for files.
        """
        if self.state() != "roomy":
            raise DiskFull
