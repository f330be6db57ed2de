"""What customers of the demo ask for and how it goes on: texts of our own, one file for each type of ticket.

``{order}``, ``{amount}``, ``{day}`` and ``{version}`` are filled by the play, so that a story told twice differs.
"""

from functools import cache
from importlib.resources import files
from typing import Final, Literal

import msgspec

from gongdan.kernel.text import Locale

FILES: Final = ("account", "order", "technical", "inquiry", "feedback", "english")


class Story(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One concern. What stands here is said by the customer (``text``, ``answer``, ``again``, ``thanks``) or by staff
    (``question``, ``note``, ``solution``)."""

    type: str
    title: str
    text: str
    question: str
    answer: str
    solution: str
    category: str | None = None
    priority: str | None = None
    """None leaves category and priority to triage, as in most tickets."""
    note: str | None = None
    again: str | None = None
    """Why they come back after it was solved."""
    thanks: str | None = None
    tags: tuple[str, ...] = ()
    channel: Literal["portal", "mail", "web", "phone", "api"] | None = None
    locale: Locale = "zh-CN"


@cache
def stories() -> tuple[Story, ...]:
    """All stories, as they stand in the files."""
    return tuple(
        story
        for name in FILES
        for story in msgspec.yaml.decode(files(__package__).joinpath(f"{name}.yaml").read_bytes(), type=list[Story])
    )
