"""The texts that people read, by locale and key: ``locales/<area>.json``, each with the same keys in zh-CN and en."""

import json
from functools import cache
from importlib import resources
from typing import Any

from gongdan.kernel.text import DEFAULT_LOCALE, LOCALES, Locale


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Locale → key → text, all areas together. Read once."""
    whole: dict[str, dict[str, str]] = {locale: {} for locale in LOCALES}
    for file in resources.files("gongdan.locales").iterdir():
        if file.name.endswith(".json"):
            for locale, texts in json.loads(file.read_text("utf-8")).items():
                whole[locale].update(texts)
    return whole


def say(key: str, locale: str, params: dict[str, Any] | None = None) -> str | None:
    """The text of ``key`` with ``{names}`` filled from ``params``; None when there is no such text."""
    texts = catalogue().get(locale) or catalogue()[DEFAULT_LOCALE]
    text = texts.get(key)
    if text is None or not params:
        return text
    for name, value in params.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def best_locale(accept_language: str) -> Locale:
    """The first language of an ``Accept-Language`` header that we have; zh of any region is zh-CN."""
    for part in accept_language[:200].split(","):
        tag = part.split(";")[0].strip().lower()
        if tag.startswith("zh"):
            return "zh-CN"
        if tag.startswith("en"):
            return "en"
    return DEFAULT_LOCALE
