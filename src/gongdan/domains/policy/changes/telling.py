"""Changes in sentences, in every language: 分类“退款”的“负责组”由“客服组”改为“财务组”。"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.changes.compare import Alteration, WayMark, compare
from gongdan.domains.policy.changes.values import Names, Speech, Wording, names_of
from gongdan.domains.policy.sections import Sections
from gongdan.infra.catalogue import say
from gongdan.kernel.text import LOCALES, Locale, Name, localised


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    section: str
    entry: str | None
    path: str
    kind: str
    text: Name


def sentences(
    sections: Sections, before: PolicyBundle, after: PolicyBundle, rows: Names, *, most: int
) -> tuple[list[Sentence], int]:
    """What changed, and how much there is of it in all; told are the first ``most``."""
    found = list(compare(sections.all, before, after))
    names = names_of(sections.all, before, after, rows)
    return list(tell(sections, found[:most], names, sections.speech(before, after, names))), len(found)


def tell(sections: Sections, found: Iterable[Alteration], names: Names, speech: Speech) -> Iterator[Sentence]:
    speakers = {locale: Wording(sections.by_key, names, locale, speech) for locale in LOCALES}
    for one in found:
        text: Name = {locale: _sentence(one, speaker) for locale, speaker in speakers.items()}
        yield Sentence(section=one.section, entry=one.entry, path=one.path, kind=one.kind, text=text)


def _sentence(one: Alteration, speaker: Wording) -> str:
    what = _subject(one.steps, speaker)
    params: dict[str, Any] = {"what": what, "locale": one.locale}
    kind: str = one.kind
    match kind:
        case "renamed" | "text":
            params |= {"before": speaker.quoted(one.before), "after": speaker.quoted(one.after)}
        case "changed":
            before, after = (speaker.value(value, one.steps) for value in (one.before, one.after))
            kind = "changed_otherwise" if before is None or after is None else kind
            params |= {"before": before, "after": after}
        case "members":
            kind = "exchanged" if one.before and one.after else "gained" if one.after else "lost"
            params |= {"before": speaker.listed(one.before, one.steps), "after": speaker.listed(one.after, one.steps)}
    text = speaker.say(f"changes.{kind}", **params)
    return text[:1].upper() + text[1:]


def _subject(steps: Sequence[WayMark], speaker: Wording) -> str:
    """From the entry to what changed of it; in English the other way round."""
    parts: list[str] = []
    for n, step in enumerate(steps):
        if n == 0 and step.thing is None:
            parts.append(word("sections", step, speaker.locale))
        elif step.thing is not None:
            parts.append(_named(steps[: n + 1], speaker))
        else:
            parts.append(speaker.quoted(word("labels", step, speaker.locale)))
        if step.key is not None:
            parts.append(
                say(f"changes.choices.{step.key}", speaker.locale) or speaker.quoted(_key(steps, step, speaker))
            )
    whole, *rest = parts
    for part in rest:
        whole = speaker.say("changes.of", whole=whole, part=part)
    return whole


def _named(steps: Sequence[WayMark], speaker: Wording) -> str:
    """An element by its noun and its name, else by what tells it from its neighbours, else by its place."""
    step = steps[-1]
    noun = word("nouns", step, speaker.locale)
    if step.place is not None:
        placed = speaker.say("changes.placed", noun=noun, place=step.place)
        said = speaker.value(step.thing, steps) if isinstance(step.thing, msgspec.Struct) else None
        return placed if said is None else speaker.say("changes.named", noun=placed, name=said)
    name = getattr(step.thing, "name", None)
    if isinstance(name, Mapping) and name and hasattr(step.thing, "key"):
        return speaker.say("changes.named", noun=noun, name=speaker.quoted(localised(dict(name), speaker.locale)))
    told_by = speaker.sections[steps[0].member].told_by.get(".".join(one.member for one in steps[1:]), "key")
    end = WayMark(owner=type(step.thing), member=told_by)
    value = speaker.value(getattr(step.thing, told_by), (*steps, end)) or ""
    return speaker.say("changes.named", noun=noun, name=value)


def _key(steps: Sequence[WayMark], step: WayMark, speaker: Wording) -> str:
    kind = speaker.sections[steps[0].member].names.get(step.member, "")
    return localised(speaker.names.get(kind, {}).get(str(step.key), {}), speaker.locale) or str(step.key)


def word(kind: str, step: WayMark, locale: Locale) -> str:
    """The word for a member: of the shape that has it where it means something of its own there."""
    own = say(f"changes.{kind}.{step.owner.__name__}.{step.member}", locale)
    return own or say(f"changes.{kind}.{step.member}", locale) or step.member
