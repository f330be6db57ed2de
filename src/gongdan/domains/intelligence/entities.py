"""What a text names: order and tracking numbers, phones, mail addresses, versions, amounts, addresses of the web, error
codes (spec 06). Pure; every pattern is bounded, so time grows with the length of the text whatever it holds.

A number says little by itself: most kinds are told by the word before it. Where two readings overlap, the one that
is read first keeps the place.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from gongdan.domains.intelligence.scanned import Scanned

Kind = Literal["url", "mail", "tracking_number", "order_number", "phone", "amount", "error_code", "version"]

MAX_ENTITIES = 50
"""More of them are a log or a table, not a question."""

SURE, LIKELY = 0.95, 0.7
"""Told by its own unmistakable form or by the word before it; told by its form alone."""


class Entity(msgspec.Struct, frozen=True):
    kind: Kind
    value: str
    """In a form that can be compared: amounts as ``CNY 199.00``, phones as digits, everything else as written."""
    confidence: float
    word: str
    """What was written, with the word that told the kind."""
    part: Literal["title", "text"]
    start: int
    end: int
    """Where ``word`` stands in the part as it was written."""


class _Reading(msgspec.Struct, frozen=True):
    kind: Kind
    start: int
    end: int
    value: str | None
    """None: as it was written from ``value_start`` to the end."""
    value_start: int
    confidence: float


BEFORE, BEHIND = 24, 24
"""How far around digits the words stand that tell their kind."""
MIN_CUED = 5
"""Characters of the shortest number that a word before it makes an order's."""

_DIGITS = re.compile(r"[0-9](?:[^\n]{0,8}[0-9])*")
_URL = re.compile(r"(?:https?://|(?<![a-z0-9./@-])www\.)[!#-;=?-~]{3,2000}")
_URL_TAIL = ".,;:!?)]}'"
_MAIL = re.compile(r"(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}")

_NUMBER = re.compile(r"(?<![a-z0-9_-])[a-z]{0,6}[-_]?[0-9][0-9a-z_-]{3,39}")
"""What may be an order or a tracking number: letters, then digits, in one piece."""
_ORDER_CUE = re.compile(
    r"(?:订单(?:编号|号码|号)?|单号|order(?: number| no\.?| id)?|purchase (?:number|no\.?|id))(?:[是为:# ]|is ){0,4}\Z"
)
_TRACKING_CUE = re.compile(
    r"(?:(?:快递|运单|物流|顺丰|中通|圆通|申通|韵达|邮政|ems)(?:单号|号码|编号|单|号)?|运单号|"
    r"(?:tracking|waybill|shipment)(?: number| no\.?| id| code)?)(?:[是为:# ]|is ){0,4}\Z"
)
_ORDER_FORM = re.compile(r"(?:so|po|dd|ord|od|ec|jd|tb)[-_]?[0-9]{6,24}|20[0-9]{14,24}")
_TRACKING_FORM = re.compile(
    r"sf[0-9]{12,15}|(?:yt|zt|sto|jt|db|jdv[a-z0-9]?)[0-9]{10,15}|[a-z]{2}[0-9]{9}[a-z]{2}|1z[0-9a-z]{16}"
)

_PHONE = re.compile(
    r"(?<![0-9a-z-])(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ -]?[0-9]{4}){2}(?![0-9a-z])"
    r"|(?<![0-9a-z-])\(?0(?:10|2[0-9]|[3-9][0-9]{2})\)?[ -]?[0-9]{7,8}(?:-[0-9]{1,6})?(?![0-9a-z])"
    r"|(?<![0-9a-z-])[48]00[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9a-z])"
    r"|(?<![0-9a-z-])\+[1-9][0-9]{0,2}(?:[ -]?\(?[0-9]{2,4}\)?){2,4}(?![0-9a-z])"
)

_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,2})?|[0-9]{1,10}(?:\.[0-9]{1,2})?"
_AMOUNT = re.compile(
    rf"(?P<sign>[¥$€£]|rmb|cny|usd|eur|gbp|hk\$) ?(?P<after>{_FIGURE})(?![0-9])"
    rf"|(?<![0-9.,a-z])(?P<before>{_FIGURE}) ?(?P<unit>万元|元|块钱|块|人民币|美元|美金|欧元|英镑|港币"
    r"|rmb|cny|usd|eur|gbp|dollars?|euros?|pounds?|yuan)(?![a-z])"
)
_CURRENCIES = {
    "¥": "CNY", "rmb": "CNY", "cny": "CNY", "元": "CNY", "块": "CNY", "块钱": "CNY", "人民币": "CNY", "yuan": "CNY",
    "万元": "CNY", "$": "USD", "usd": "USD", "美元": "USD", "美金": "USD", "dollar": "USD", "€": "EUR", "eur": "EUR",
    "欧元": "EUR", "euro": "EUR", "£": "GBP", "gbp": "GBP", "英镑": "GBP", "pound": "GBP", "hk$": "HKD", "港币": "HKD",
}  # fmt: skip

_ERROR = re.compile(
    r"(?:错误码|错误代码|错误编号|报错代码|报错|状态码|返回码|代码|错误|error code|status code|error|err|code|http)"
    r"(?:[是为:# ]|is |no\. ?){0,3}(?P<code>[a-z]{0,10}[-_]?[0-9]{2,6}(?![0-9.]))"
    r"|(?<![0-9a-z])(?P<own>0x[0-9a-f]{4,8}|ora-[0-9]{5}"
    r"|[45][0-9]{2}(?= ?(?:错误|报错|error|bad gateway|forbidden|not found|internal|service|gateway)))(?![0-9a-z])"
)
_NAMED_ERROR = re.compile(
    r"(?<![0-9a-z_])(?:err(?:_[a-z0-9]{1,20}){1,6}|e(?:conn|timed|noent|acces|perm)[a-z]{0,10})(?![0-9a-z_])"
)
_VERSION = re.compile(
    r"(?:版本号?|version|ver\.?|build|(?<![a-z])v)(?:[是为: ]|is ){0,2}"
    r"(?P<cued>[0-9]{1,4}(?:\.[0-9]{1,5}){0,4}(?:-[a-z0-9]{1,12})?)(?![0-9])"
    r"|(?<![a-z])(?P<product>(?:ios|android|安卓|windows|win|macos|harmonyos|鸿蒙|chrome|firefox|safari|edge|ubuntu|python"
    r"|node|java|php|mysql|nginx)[ /]?[0-9]{1,4}(?:\.[0-9]{1,5}){0,4})(?![0-9a-z])"
    r"|(?<![0-9.])(?P<bare>[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,5})(?![0-9.])"
)


def entities_of(scanned: Scanned, part: Literal["title", "text"]) -> tuple[Entity, ...]:
    """What the text names, in its order, at most ``MAX_ENTITIES``."""
    kept: list[_Reading] = []
    for reading in _readings(scanned.text):
        if all(reading.end <= one.start or one.end <= reading.start for one in kept):
            kept.append(reading)
            if len(kept) == MAX_ENTITIES:
                break
    return tuple(_entity(reading, scanned, part) for reading in sorted(kept, key=lambda one: one.start))


def _readings(text: str) -> Iterator[_Reading]:
    """All readings in order of force. Names are looked for where their marks stand, numbers around the digits."""
    for marks, named in _NAMED:
        if any(mark in text for mark in marks):
            yield from named(text)
    stretches = _around_digits(text)
    for reader in _NUMERIC:
        for start, end in stretches:
            yield from reader(text, start, end)


def _around_digits(text: str) -> list[tuple[int, int]]:
    """The stretches of the text that hold digits and the words that tell their kind; none touch each other."""
    found: list[tuple[int, int]] = []
    for match in _DIGITS.finditer(text):
        start, end = max(0, match.start() - BEFORE), match.end() + BEHIND
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _entity(reading: _Reading, scanned: Scanned, part: Literal["title", "text"]) -> Entity:
    start, end = scanned.span(reading.start, reading.end)
    value = reading.value if reading.value is not None else scanned.written(reading.value_start, reading.end)
    return Entity(reading.kind, value, reading.confidence, scanned.raw[start:end], part, start, end)


def _urls(text: str) -> Iterator[_Reading]:
    for match in _URL.finditer(text):
        end = match.start() + len(match[0].rstrip(_URL_TAIL))
        yield _Reading("url", match.start(), end, None, match.start(), SURE)


def _mails(text: str) -> Iterator[_Reading]:
    for match in _MAIL.finditer(text):
        yield _Reading("mail", match.start(), match.end(), None, match.start(), SURE)


def _named_errors(text: str) -> Iterator[_Reading]:
    for match in _NAMED_ERROR.finditer(text):
        yield _Reading("error_code", match.start(), match.end(), None, match.start(), SURE)


def _numbers(text: str, start: int, end: int) -> Iterator[_Reading]:
    """Tracking and order numbers: by the word before them, else by their form."""
    for match in _NUMBER.finditer(text, start, end):
        number, at = match[0], match.start()
        before = text[max(0, at - BEFORE) : at]
        for kind, cue, form in _NUMBERED:
            if (told := cue.search(before)) and len(number) >= MIN_CUED:
                yield _Reading(kind, at - len(before) + told.start(), match.end(), None, at, SURE)
            elif form.fullmatch(number):
                yield _Reading(kind, at, match.end(), None, at, LIKELY)


def _phones(text: str, start: int, end: int) -> Iterator[_Reading]:
    for match in _PHONE.finditer(text, start, end):
        digits = re.sub(r"[^0-9+]", "", match[0])
        yield _Reading("phone", match.start(), match.end(), digits, match.start(), SURE)


def _amounts(text: str, start: int, end: int) -> Iterator[_Reading]:
    for match in _AMOUNT.finditer(text, start, end):
        unit = match["sign"] or match["unit"].removesuffix("s")
        figure = float((match["after"] or match["before"]).replace(",", "")) * (10_000 if unit == "万元" else 1)
        yield _Reading("amount", match.start(), match.end(), f"{_CURRENCIES[unit]} {figure:.2f}", match.start(), SURE)


def _errors(text: str, start: int, end: int) -> Iterator[_Reading]:
    for match in _ERROR.finditer(text, start, end):
        group = "code" if match["code"] else "own"
        yield _Reading("error_code", match.start(), match.end(), None, match.start(group), SURE)


def _versions(text: str, start: int, end: int) -> Iterator[_Reading]:
    for match in _VERSION.finditer(text, start, end):
        group = next(name for name in ("cued", "product", "bare") if match[name])
        sure = LIKELY if group == "bare" else SURE
        yield _Reading("version", match.start(), match.end(), None, match.start(group), sure)


_NUMBERED: tuple[tuple[Kind, re.Pattern[str], re.Pattern[str]], ...] = (
    ("tracking_number", _TRACKING_CUE, _TRACKING_FORM),
    ("order_number", _ORDER_CUE, _ORDER_FORM),
)
_NAMED: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[_Reading]]], ...] = (
    (("://", "www."), _urls),
    (("@",), _mails),
    (("err_", "econn", "etimed", "enoent", "eacces", "eperm"), _named_errors),
)
_NUMERIC = (_numbers, _phones, _amounts, _errors, _versions)
"""With ``_NAMED`` in order of force."""
