"""The repository as the architecture tests see it: tracked files, modules and what they import."""

import ast
import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "src" / "gongdan"
DOMAINS = "gongdan.domains."

ENTRANCES = ("gongdan.cli", "gongdan.app", "gongdan.worker")


class Module(NamedTuple):
    name: str
    path: Path
    tree: ast.Module

    @property
    def domain(self) -> str | None:
        """The domain that it belongs to, None outside of them."""
        return self.name.split(".")[2] if self.name.startswith(DOMAINS) else None

    @property
    def rooms(self) -> tuple[str, ...]:
        """Its place inside its domain: ``("commands", "move")``."""
        return tuple(self.name.split(".")[3:])

    def imports(self) -> Iterator[str]:
        """Full names of what it imports; for ``from a import b`` both ``a`` and ``a.b``, since b may be a module."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


@functools.cache
def modules() -> tuple[Module, ...]:
    return tuple(
        Module(_name(path), path, ast.parse(path.read_text("utf-8"))) for path in sorted(PACKAGE.rglob("*.py"))
    )


@functools.cache
def tracked() -> tuple[Path, ...]:
    """Every file of the repository that git would commit, ours and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return tuple(path for name in sorted(listed.stdout.split("\0")) if name and (path := ROOT / name).is_file())


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT / "src").with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
