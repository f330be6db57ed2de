"""A folder that servers under another account may pass."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder, removed at the end of the block. Pytest's own are closed to other accounts, each time that a run begins:
    PostgreSQL and Dovecot of root's, which run under accounts of theirs, could not pass."""
    folder = Path(tempfile.mkdtemp(prefix="gongdan-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
