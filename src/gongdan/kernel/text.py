"""Text as the whole system compares and shows it."""

import re
import unicodedata
from typing import Annotated, Literal

import msgspec

Locale = Literal["zh-CN", "en"]
LOCALES: tuple[Locale, ...] = ("zh-CN", "en")
DEFAULT_LOCALE: Locale = "zh-CN"

Key = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$")]
"""A stable name that configuration refers to: never reused, never translated."""

Name = dict[str, str]
"""A localised name: locale → text; zh-CN and en are required (lint ``name_missing``)."""

_UNHOLDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """The form in which texts are compared, and stored for it: NFKC, casefolded (spec 01, condition language)."""
    return unicodedata.normalize("NFKC", text).casefold()


def clean(text: str) -> str:
    """``text`` without what PostgreSQL cannot hold (NUL) and what nobody sees (other C0 controls, lone surrogates)."""
    return _UNHOLDABLE.sub("", text)


def one_line(text: str, limit: int) -> str:
    """Collapse white space and cut to ``limit`` characters, with an ellipsis where something was cut."""
    flat = _SPACE.sub(" ", clean(text)).strip()
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def localised(name: Name, locale: str) -> str:
    """The text of ``name`` in ``locale``, else in the default locale, else any."""
    return name.get(locale) or name.get(DEFAULT_LOCALE) or next(iter(name.values()), "")
