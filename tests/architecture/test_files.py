"""What may stand in the repository: sizes, names, and nothing that belongs to one machine or is secret."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, modules, tracked

LONGEST_FILE = 400
LONGEST_FUNCTION = 40
FULLEST_FOLDER = 12
STILL_TOO_FULL = {
    "src/gongdan": 14,
    "src/gongdan/infra": 17,
    "src/gongdan/infra/http": 13,
}
"""Folders that hold more than they should, and how much: numbers here go down, and no folder is added."""
DOMAINS = "src/gongdan/domains"
"""As many as the business has parts; their order is the ladder of ``.importlinter``."""
VAGUE_NAMES = {"helpers", "utils", "util", "common", "misc", "helper", "manager"}

CODE = {".py", ".ts", ".tsx"}
GENERATED = re.compile(r"schema\.gen\.ts$")
NOT_TEXT = {".png", ".jpg", ".ico", ".woff2", ".xlsx", ".pdf", ".gz", ".eml", ".lock"}
LOCKS = {"package-lock.json", "uv.lock"}

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)/")
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/=\n]{40}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b"
    r"|\bxox[abpr]-[0-9A-Za-z-]{20,}|\bsk-[A-Za-z0-9_-]{32,}"
)
LOOSE_END = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def texts() -> list[tuple[str, str]]:
    found = [path for path in tracked() if path.suffix not in NOT_TEXT and path.name not in LOCKS]
    return [(relative(path), path.read_text("utf-8", errors="replace")) for path in found]


def test_files_are_short() -> None:
    code = [path for path in tracked() if path.suffix in CODE and not GENERATED.search(path.name)]
    sizes = {relative(path): len(path.read_text("utf-8").splitlines()) for path in code}
    assert not {name: size for name, size in sizes.items() if size > LONGEST_FILE}


def test_folders_hold_little() -> None:
    """Code only. What belongs to one name (``row.tsx``, ``row.test.tsx``, ``row.module.css``) is one entry."""
    entries: defaultdict[Path, set[str]] = defaultdict(set)
    for path in (path.relative_to(ROOT) for path in tracked() if path.suffix in CODE):
        for inner, folder in zip([path, *path.parents], path.parents, strict=False):
            entries[folder].add(inner.name.split(".")[0])
    rooms = (folder for folder in entries if folder.is_relative_to("src") or folder.is_relative_to("web/src"))
    rooms = (folder for folder in rooms if str(folder) != DOMAINS)
    too_full = {str(folder): count for folder in rooms if (count := len(entries[folder])) > FULLEST_FOLDER}
    assert too_full == STILL_TOO_FULL


def test_functions_are_short() -> None:
    lengths = {
        f"{module.name}.{node.name}": length
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := lines_of_code(node)) > LONGEST_FUNCTION
    }
    assert not lengths, lengths


def test_names_say_what_is_inside() -> None:
    assert not [relative(path) for path in tracked() if path.suffix in CODE and path.stem.lower() in VAGUE_NAMES]


@pytest.mark.parametrize(
    ("what", "pattern"),
    [("paths of one machine", MACHINE_PATH), ("secrets", SECRET), ("loose ends", LOOSE_END)],
    ids=["machine paths", "secrets", "loose ends"],
)
def test_texts_are_free_of(what: str, pattern: re.Pattern[str]) -> None:
    here = relative(Path(__file__))
    found = {name: match[0][:40] for name, text in texts() if name != here and (match := pattern.search(text))}
    assert not found, what


def test_lock_files_name_public_registries_only() -> None:
    addresses = re.compile(r"https?://([^/\"\s]+)/[^\"\s]*\.(?:tgz|whl|tar\.gz)")
    hosts = {host for path in tracked() if path.name in LOCKS for host in addresses.findall(path.read_text("utf-8"))}
    assert hosts <= {"files.pythonhosted.org", "registry.npmjs.org"}


def lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body without its docstring; a nested function counts for itself."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    if not body:
        return 0
    assert function.end_lineno is not None
    return function.end_lineno - body[0].lineno + 1
