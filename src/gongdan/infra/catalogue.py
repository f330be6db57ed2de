"""The texts that people read, by locale and key: ``locales/<area>.json``, each with the same keys in zh-CN and en."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from gongdan.kernel.text import DEFAULT_LOCALE, LOCALES, Locale, localised


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Locale → key → text, all areas together. Read once."""
    whole: dict[str, dict[str, str]] = {locale: {} for locale in LOCALES}
    for file in resources.files("gongdan.locales").iterdir():
        if file.name.endswith(".json"):
            for locale, texts in json.loads(file.read_text("utf-8")).items():
                whole[locale].update(texts)
    return whole


def say(key: str, locale: str, params: Mapping[str, Any] | None = None) -> str | None:
    """The text of ``key`` with ``{names}`` filled from ``params``; None when there is no such text. ``{name:area}`` is
    filled with the word for a code, ``words.<area>.<code>``."""
    texts = catalogue().get(locale) or catalogue()[DEFAULT_LOCALE]
    text = texts.get(key)
    return text if text is None or params is None else fill(text, locale, params)


def fill(text: str, locale: str, params: Mapping[str, Any]) -> str:
    """A text with its ``{names}`` filled, as ``say`` does it."""
    first, *places = _pieces(text)
    if not places:
        return text
    texts = catalogue().get(locale) or catalogue()[DEFAULT_LOCALE]
    said = [first]
    for name, area, after in zip(places[::3], places[1::3], places[2::3], strict=True):
        said += (_shown(params.get(name), locale, texts, area), after)
    return "".join(said)


def said_of_fault(fault: str | None, locale: str) -> str | None:
    """A fault as it was kept, for people: a code of a refusal in it is said by its title, what others said stays."""
    return fault and _CODE.sub(lambda found: _titled(found, locale), fault)


def _titled(found: re.Match[str], locale: str) -> str:
    title = say(f"errors.{found['code']}.title", locale)
    if title is None or _PLACE.search(title):
        return found[0]
    colon = "：" if locale == "zh-CN" else ": "
    return f"{title}{colon}" if found["colon"] else title


_CODE = re.compile(r"(?:^0 )?\b(?P<code>[a-z_]+\.[a-z_]+)\b(?P<colon>: )?")


@lru_cache(maxsize=4096)
def _pieces(text: str) -> list[str]:
    """What stands before the first place, then of each its name, its area or None, and what stands after it."""
    return _PLACE.split(text)


_PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")


def _shown(value: Any, locale: str, texts: Mapping[str, str], area: str | None) -> str:
    """A value as a person reads it: lists as lists, instants to the minute with their zone, names in the language."""
    match value:
        case list() | tuple() | set() | frozenset():
            between = "、" if locale == "zh-CN" else ", "
            return between.join(_shown(one, locale, texts, area) for one in value) or "–"
        case dict():
            return localised(value, locale)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M} {value.tzname() or 'UTC'}"
        case None:
            return "–"
    return texts.get(f"words.{area}.{value}", str(value)) if area else str(value)


def best_locale(accept_language: str) -> Locale:
    """The language of ``Accept-Language`` that its reader prefers of those that we have; zh of any region is zh-CN."""
    best, weight = DEFAULT_LOCALE, 0.0
    for part in accept_language[:200].split(","):
        tag, *rest = part.lower().split(";")
        quality = _quality(rest)
        found = next((locale for locale in LOCALES if tag.strip()[:2] == locale[:2]), None)
        if found is not None and quality > weight:
            best, weight = found, quality
    return best


def _quality(parameters: Sequence[str]) -> float:
    """``q=0.8``; 1 when there is none, 0 when it is no number between 0 and 1."""
    for one in parameters:
        name, _, value = one.partition("=")
        if name.strip() == "q":
            return float(value) if _Q.fullmatch(value := value.strip()) else 0.0
    return 1.0


_Q = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?")
