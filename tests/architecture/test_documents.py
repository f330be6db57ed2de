"""What is made from the code, or speaks of it, agrees with it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from gongdan import wiring
from gongdan.kernel.events import Event, Unreadable
from gongdan.settings import PREFIX, Settings
from tests.architecture.sources import ROOT
from tools.docs import EVENTS, events_page

BESIDE_THE_API = {"/healthz", "/readyz", "/metrics"}


def test_the_page_of_events_is_up_to_date() -> None:
    assert EVENTS.read_text("utf-8") == events_page(), "run: make docs"


def test_every_kind_of_event_names_its_stream_and_what_happened() -> None:
    wrong = [
        kind.__name__
        for kind in wiring.EVENTS.values()
        if not re.fullmatch(r"[a-z]+\.[a-z_]+", str(kind.__struct_config__.tag))
    ]
    assert not wrong


def test_every_kind_of_event_that_is_declared_can_be_read_from_the_log() -> None:
    """Wiring lists them; one that it forgot would be unreadable."""
    listed = set(wiring.EVENTS.values())
    declared = {one for one in _below(Event) if one.__module__.startswith("gongdan.")} - {Unreadable}
    assert declared == listed


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def test_every_setting_is_documented_for_operators() -> None:
    guide = (ROOT / "docs" / "settings.md").read_text("utf-8")
    names = {PREFIX + name.upper() for name in Settings.__struct_fields__}
    assert not sorted(name for name in names if f"`{name}`" not in guide)


def test_calls_that_documents_name_exist() -> None:
    """``GET /tickets/{…}``, with or without ``/api/v1``; what a path ends in or holds in braces may have any name."""
    paths = json.loads((ROOT / "web" / "openapi.json").read_text("utf-8"))["paths"]
    known = {(verb.upper(), _shape(path)) for path, verbs in paths.items() for verb in verbs}
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"))}
    wrong = [
        f"{name}: {verb} {path}"
        for name, text in texts.items()
        for verb, path in re.findall(r"\b(GET|POST|PUT|PATCH|DELETE) (/[\w/{}.-]*[\w}])", text)
        if (verb, _shape(path)) not in known and path not in BESIDE_THE_API
    ]
    assert not wrong


def _shape(path: str) -> str:
    return re.sub(r"{\w*}", "{}", path.removeprefix("/api/v1"))


def test_decisions_are_numbered_once_without_gaps_and_all_are_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    files = sorted(path.name for path in folder.glob("[0-9]*.md"))
    listed = re.findall(r"^\| \[(\d{4})\]\((\S+)\) \| (.+) \|$", (folder / "README.md").read_text("utf-8"), re.M)
    assert [name for _, name, _ in listed] == files
    assert [name[:5] for name in files] == [f"{number:04}-" for number in range(1, len(files) + 1)]
    titles = [(folder / name).read_text("utf-8").splitlines()[0] for name in files]
    assert titles == [f"# {number} {title}" for number, _, title in listed]
