"""How the condition language speaks: a phrase per operator and the words for values, in zh-CN and en."""

import re
from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from string import Formatter
from typing import Any

from gongdan.conditions.fields import SHAPES, Field, Op, Type
from gongdan.conditions.grammar import Leaf
from gongdan.conditions.operands import Span, Unit
from gongdan.kernel.text import Locale, Name, localised

Labels = Mapping[tuple[Type, Any], Name]
"""Names of what a key or an id stands for, where the field does not enumerate them: ``("person", 17)``,
``("team", "finance")``, ``("tree", "billing")``. What is missing is shown as its key."""

ALWAYS: Name = {"zh-CN": "总是成立", "en": "always"}
NEVER: Name = {"zh-CN": "从不成立", "en": "never"}
AND: Name = {"zh-CN": "，且", "en": " and "}
OR: Name = {"zh-CN": "，或", "en": " or "}
NOT: Name = {"zh-CN": "并非（{}）", "en": "not ({})"}
GROUP: Name = {"zh-CN": "（{}）", "en": "({})"}

PHRASES: Mapping[Op, Name] = {
    "is": {"zh-CN": "{field}是{value}", "en": "{field} is {value}"},
    "is_any": {"zh-CN": "{field}是{value}之一", "en": "{field} is one of {value}"},
    "is_empty": {"zh-CN": "{field}为空", "en": "{field} is empty"},
    "contains": {"zh-CN": "{field}包含{value}", "en": "{field} contains {value}"},
    "starts_with": {"zh-CN": "{field}以{value}开头", "en": "{field} starts with {value}"},
    "lt": {"zh-CN": "{field}小于{value}", "en": "{field} is less than {value}"},
    "le": {"zh-CN": "{field}不超过{value}", "en": "{field} is at most {value}"},
    "gt": {"zh-CN": "{field}大于{value}", "en": "{field} is more than {value}"},
    "ge": {"zh-CN": "{field}不小于{value}", "en": "{field} is at least {value}"},
    "between": {"zh-CN": "{field}在{low}到{high}之间", "en": "{field} is between {low} and {high}"},
    "under": {"zh-CN": "{field}属于{value}", "en": "{field} is {value} or below it"},
    "within_last": {"zh-CN": "{field}在过去{value}内", "en": "{field} is within the last {value}"},
    "within_next": {"zh-CN": "{field}在未来{value}内", "en": "{field} is within the next {value}"},
    "has": {"zh-CN": "{field}含有{value}", "en": "{field} include {value}"},
    "has_any": {"zh-CN": "{field}含有{value}中的任一个", "en": "{field} include any of {value}"},
    "has_all": {"zh-CN": "{field}同时含有{value}", "en": "{field} include all of {value}"},
}

_OF_TIMES: Mapping[Op, Name] = {
    "lt": {"zh-CN": "{field}早于{value}", "en": "{field} is before {value}"},
    "le": {"zh-CN": "{field}不晚于{value}", "en": "{field} is not after {value}"},
    "gt": {"zh-CN": "{field}晚于{value}", "en": "{field} is after {value}"},
    "ge": {"zh-CN": "{field}不早于{value}", "en": "{field} is not before {value}"},
}
_OF_BOOLS: Mapping[Op, Name] = {"is": {"zh-CN": "{field}为{value}", "en": "{field} is {value}"}}
_OF_TYPES: Mapping[Type, Mapping[Op, Name]] = {"date": _OF_TIMES, "instant": _OF_TIMES, "bool": _OF_BOOLS}
"""What replaces ``PHRASES`` for some types."""

_NEGATED: Mapping[Op, Name] = {
    "is": {"zh-CN": "{field}不是{value}", "en": "{field} is not {value}"},
    "is_any": {"zh-CN": "{field}不是{value}中的任何一个", "en": "{field} is none of {value}"},
    "is_empty": {"zh-CN": "{field}不为空", "en": "{field} is not empty"},
    "contains": {"zh-CN": "{field}不包含{value}", "en": "{field} does not contain {value}"},
    "starts_with": {"zh-CN": "{field}不以{value}开头", "en": "{field} does not start with {value}"},
    "under": {"zh-CN": "{field}不属于{value}", "en": "{field} is not {value} or below it"},
    "has": {"zh-CN": "{field}不含{value}", "en": "{field} do not include {value}"},
    "has_any": {"zh-CN": "{field}不含{value}中的任何一个", "en": "{field} include none of {value}"},
}

_BOOLS: Mapping[bool, Name] = {True: {"zh-CN": "是", "en": "yes"}, False: {"zh-CN": "否", "en": "no"}}
QUOTED: Name = {"zh-CN": "“{}”", "en": "“{}”"}
COMMA: Name = {"zh-CN": "、", "en": ", "}
_UNITS: Mapping[Unit, Name] = {
    "week": {"zh-CN": "{} 周", "en": "{} week"},
    "day": {"zh-CN": "{} 天", "en": "{} day"},
    "hour": {"zh-CN": "{} 小时", "en": "{} hour"},
    "minute": {"zh-CN": "{} 分钟", "en": "{} minute"},
}
_SECONDS: Name = {"zh-CN": "{} 秒", "en": "{} second"}
_SEAM = re.compile(r"[㐀-鿿][A-Za-z0-9-]|[A-Za-z0-9][㐀-鿿]")


def leaf(leaf: Leaf, locale: Locale, zone: tzinfo, labels: Labels, *, negated: bool = False) -> str:
    """A leaf, or its contrary, as a clause. Instants are told in ``zone``."""
    field, op = leaf.field, leaf.op
    said = phrase(field.type, op)
    parts = {"field": localised(field.name, locale)}
    match SHAPES[op]:
        case "one":
            parts["value"] = _value(field, leaf.operand, locale, zone, labels)
        case "many":
            parts["value"] = COMMA[locale].join(_value(field, one, locale, zone, labels) for one in leaf.operand)
        case "range":
            parts["low"], parts["high"] = (_value(field, one, locale, zone, labels) for one in leaf.operand)
        case "span":
            parts["value"] = _span(leaf.operand, locale)
    if not negated:
        return _filled(said[locale], parts)
    denied = contrary(op)
    return _filled(denied[locale], parts) if denied else NOT[locale].format(_filled(said[locale], parts))


def phrase(type_: Type, op: Op) -> Name:
    """The clause of an operator on fields of a type."""
    return _OF_TYPES.get(type_, PHRASES).get(op) or PHRASES[op]


def contrary(op: Op) -> Name | None:
    """The clause of its contrary, if it has one of its own."""
    return _NEGATED.get(op)


def _filled(phrase: str, parts: Mapping[str, str]) -> str:
    """The phrase with its parts, and a space wherever a Chinese character would touch a Latin letter or a digit."""
    text = ""
    for literal, name, _, _ in Formatter().parse(phrase):
        for piece in (literal, parts[name] if name else ""):
            text += " " + piece if _SEAM.fullmatch(text[-1:] + piece[:1]) else piece
    return text


def _value(field: Field, value: Any, locale: Locale, zone: tzinfo, labels: Labels) -> str:
    match field.member:
        case "number":
            return str(value)
        case "money":
            whole, minor = divmod(abs(value), 100)
            return f"{'-' if value < 0 else ''}{whole}.{minor:02}"
        case "duration":
            return _duration(value, locale)
        case "date":
            return _day(value)
        case "instant":
            return _instant(value, zone)
        case "bool":
            return QUOTED[locale].format(localised(_BOOLS[value], locale))
        case "text":
            return QUOTED[locale].format(value)
        case _:
            name = field.choices.get(value) or labels.get((field.member, value)) or {locale: str(value)}
            return QUOTED[locale].format(localised(name, locale))


def _day(value: date) -> str:
    return value.isoformat()


def _instant(value: datetime, zone: tzinfo) -> str:
    """To the minute, unless seconds were given."""
    local = value.astimezone(zone).replace(tzinfo=None)
    exact = local.second or local.microsecond
    return local.isoformat(sep=" ", timespec="auto" if exact else "minutes")


def _span(span: Span, locale: Locale) -> str:
    return _counted(span.n, _UNITS[span.unit], locale)


def _duration(seconds: int, locale: Locale) -> str:
    """Days, hours, minutes and seconds, without those that are zero."""
    if seconds < 0:
        return f"-{_duration(-seconds, locale)}"
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    units = ((days, _UNITS["day"]), (hours, _UNITS["hour"]), (minutes, _UNITS["minute"]), (rest, _SECONDS))
    told = [_counted(number, unit, locale) for number, unit in units if number]
    return " ".join(told) or _counted(0, _SECONDS, locale)


def _counted(number: int, unit: Name, locale: Locale) -> str:
    text = unit[locale].format(number)
    return text + "s" if locale == "en" and number != 1 else text
