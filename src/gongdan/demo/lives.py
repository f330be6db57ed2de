"""How tickets of the demo live: what happens to each and when, as plain steps. Pure: the same dice, the same past."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Final, Literal
from zoneinfo import ZoneInfo

import msgspec

from gongdan.demo.people import CUSTOMERS
from gongdan.demo.stories import Story
from gongdan.kernel.text import Locale

Act = Literal[
    "open", "route", "accept", "reply", "note", "wait", "write", "resolve", "confirm", "rate", "reopen", "hand_over"
]

ZONE: Final = ZoneInfo("Asia/Shanghai")
DAYS: Final = 30
RECENT: Final = 0.25
"""Share of the tickets that came within the last hours, so that the queues are full on the first visit."""
_CHANNELS: Final = ("portal",) * 4 + ("mail",) * 3 + ("web",) * 2 + ("phone",)
_COMMENTS: Final[dict[Locale, tuple[str, ...]]] = {
    "zh-CN": ("解决得很快", "态度很好，讲得清楚", "问题解决了，等的时间有点久", "非常满意", "希望下次不用问两遍"),
    "en": ("Quick and friendly", "Solved, though it took a while", "Very clear answers", "Happy with the help"),
}

_PROGRESS: Final[dict[Locale, tuple[str, ...]]] = {
    "zh-CN": (
        "收到，资料齐了。已转给负责的同事处理，今天下班前给您进展。",
        "谢谢您的补充，正在和相关部门核实，有结果会第一时间告诉您。",
        "已经登记处理，需要一点时间确认，请您稍等。",
    ),
    "en": (
        "Thank you, that is all we need. Our colleagues are working on it and you will hear from us today.",
        "Thanks for the details. We are checking this with the team in charge and come back to you soon.",
    ),
}


class Step(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    ticket: int
    """Which of the played tickets."""
    act: Act
    text: str = ""
    score: int = 0


class Life(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket to be: its story with the blanks filled, who asks, and what happens."""

    story: Story
    customer: int
    """Position in ``CUSTOMERS``."""
    channel: str
    steps: tuple[Step, ...]


def lives(stories: Sequence[Story], count: int, *, until: datetime, dice: Random) -> list[Life]:
    """``count`` lives that began within ``DAYS`` before ``until``; their steps may lie after it."""
    begins = sorted(_begin(until, dice) for _ in range(count))
    deck: list[Story] = []
    found = []
    for number, at in enumerate(begins):
        if not deck:
            deck = dice.sample(stories, len(stories))
        story = _filled(deck.pop(), at, dice)
        groups = [n for n, one in enumerate(CUSTOMERS) if one.locale == story.locale and _suits(story, n)]
        found.append(
            Life(
                story=story,
                customer=dice.choice(groups),
                channel=story.channel or dice.choice(_CHANNELS),
                steps=tuple(_life(number, story, at, dice)),
            )
        )
    return found


def _life(number: int, story: Story, at: datetime, dice: Random) -> Iterator[Step]:
    """One life: opened, given out, accepted, talked about, solved, and most often confirmed and rated."""

    def step(act: Act, after: timedelta, text: str = "", score: int = 0) -> Step:
        nonlocal at
        at += after
        return Step(at=at, ticket=number, act=act, text=text, score=score)

    yield step("open", timedelta(0))
    yield step("route", _between(dice, 0.3, 1.5))
    yield step("accept", _between(dice, 35, 80) if dice.random() < 0.06 else _between(dice, 1, 9))
    yield step("reply", _between(dice, 90, 300) if dice.random() < 0.06 else _between(dice, 2, 12), story.question)
    if dice.random() < 0.85:
        yield step("wait", _between(dice, 0.2, 1))
    if dice.random() < 0.07:
        return  # the customer falls silent: the clock closes it
    yield step("write", _between(dice, 6, 420), story.answer)
    if story.note and dice.random() < 0.8:
        yield step("note", _between(dice, 2, 12), story.note)
    if dice.random() < 0.08:
        yield step("hand_over", _between(dice, 2, 8))
        yield step("accept", _between(dice, 2, 10))
    if dice.random() < 0.2:
        yield step("reply", _between(dice, 2, 10), dice.choice(_PROGRESS[story.locale]))
        yield step("resolve", _between(dice, 120, 1400), story.solution)
    else:
        yield step("resolve", _between(dice, 4, 32), story.solution)
    if story.again and dice.random() < 0.55:
        yield step("reopen", _between(dice, 60, 1500), story.again)
        yield step("resolve", _between(dice, 8, 45), story.solution)
    yield from _ending(story, step, dice)


def _ending(story: Story, step: Callable[..., Step], dice: Random) -> Iterator[Step]:
    if story.thanks and dice.random() < 0.6:
        yield step("confirm", _between(dice, 20, 1300))
        if dice.random() < 0.7:
            score = dice.choices((5, 4, 3, 2, 1), (58, 25, 9, 5, 3))[0]
            comment = story.thanks if score > 3 else dice.choice(_COMMENTS[story.locale])
            yield step("rate", _between(dice, 0.5, 30), comment, score)


def _begin(until: datetime, dice: Random) -> datetime:
    """An instant of arrival: most by day, few at night, fewer on Sundays."""
    if dice.random() < RECENT:
        return until - timedelta(minutes=dice.triangular(1, 16 * 60, 20))
    while True:
        at = until - timedelta(minutes=dice.uniform(60, DAYS * 24 * 60))
        local = at.astimezone(ZONE)
        weight = (0.05 if not 7 <= local.hour < 23 else 1.0) * (0.5 if local.weekday() == 6 else 1.0)
        if dice.random() < weight:
            return at


def _filled(story: Story, at: datetime, dice: Random) -> Story:
    blanks = {
        "order": str(dice.randrange(1000, 9999)),
        "amount": f"{dice.randrange(59, 1899)}",
        "day": at.astimezone(ZONE).strftime("%m-%d"),
        "version": f"5.{dice.randrange(0, 4)}.{dice.randrange(1, 20)}",
    }
    texts = {
        name: value.format(**blanks).strip()
        for name in ("title", "text", "question", "answer", "solution", "note", "again", "thanks")
        if (value := getattr(story, name)) is not None
    }
    return msgspec.structs.replace(story, **texts)


def _suits(story: Story, customer: int) -> bool:
    """Concerns of companies come from companies."""
    return ("企业版" not in story.tags and "api" not in story.tags) or CUSTOMERS[customer].organisation is not None


def _between(dice: Random, least: float, most: float) -> timedelta:
    """Minutes, nearer to the least."""
    return timedelta(minutes=dice.triangular(least, most, least + (most - least) / 4))
