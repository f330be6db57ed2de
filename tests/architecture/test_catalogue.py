"""Texts for people: both languages, the same keys and placeholders, and words for every refusal."""

import functools
import importlib
import json
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from gongdan.kernel.errors import Refusal
from gongdan.kernel.text import LOCALES
from tests.architecture.sources import ENTRANCES, PACKAGE, modules

CATALOGUES = sorted((PACKAGE / "locales").glob("*.json"))


@functools.cache
def catalogue(path: Path) -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8"))
    return read


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_both_languages_have_the_same_keys(path: Path) -> None:
    texts = catalogue(path)
    assert set(texts) == set(LOCALES)
    assert set(texts["zh-CN"]) ^ set(texts["en"]) == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_both_languages_have_the_same_placeholders_and_say_something(path: Path) -> None:
    texts = catalogue(path)
    differing = {
        key for key, text in texts["zh-CN"].items() if placeholders(text) != placeholders(texts["en"].get(key, ""))
    }
    assert not differing
    assert not [key for locale in LOCALES for key, text in texts[locale].items() if not text.strip()]


def test_no_key_stands_in_two_catalogues() -> None:
    seen: dict[str, str] = {}
    twice = []
    for path in CATALOGUES:
        for key in catalogue(path)["en"]:
            if key in seen:
                twice.append(f"{key} in {seen[key]} and {path.stem}")
            seen[key] = path.stem
    assert not twice


def test_every_refusal_says_what_is_wrong_and_what_to_do() -> None:
    keys = {key for path in CATALOGUES for key in catalogue(path)["en"]}
    wanted = {f"errors.{refusal.code}.{part}" for refusal in refusals() for part in ("title", "remedy")}
    assert not sorted(wanted - keys)


def test_a_code_belongs_to_one_refusal() -> None:
    codes: dict[str, str] = {}
    for refusal in refusals():
        name = f"{refusal.__module__}.{refusal.__name__}"
        assert codes.setdefault(refusal.code, name) == name, f"{name} repeats the code of {codes[refusal.code]}"


def refusals() -> Iterator[type[Refusal]]:
    """Every kind of refusal that any module declares; one that adds no code is told by its parent's texts."""
    for module in modules():
        if not module.name.startswith(ENTRANCES) and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    waiting: list[type[Refusal]] = [Refusal]
    while waiting:
        refusal = waiting.pop()
        waiting += refusal.__subclasses__()
        if "code" in vars(refusal) and refusal.__module__.startswith("gongdan."):
            yield refusal


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
